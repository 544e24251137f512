import { ChevronDown } from "lucide-react";
import { FieldLabel } from "./field-label.tsx";
import { Icon } from "./icon.tsx";

interface SelectFieldProps {
  id: string;
  label: string;
  value: string;
  /** Options in groups; a group without a label is none. */
  groups: readonly { key: string; label?: string; options: readonly { value: string; label: string }[] }[];
  /** The tag of the options' language. */
  lang?: string;
  onChange: (value: string) => void;
}

/** A labelled list to choose one of, the browser's own. */
export function SelectField({ id, label, value, groups, lang, onChange }: SelectFieldProps) {
  return (
    <div className="min-w-0">
      <FieldLabel htmlFor={id}>{label}</FieldLabel>
      <div className="relative">
        <select
          id={id}
          lang={lang}
          value={value}
          onChange={(event) => onChange(event.target.value)}
          className="min-h-11 w-full appearance-none truncate rounded-card border border-edge bg-surface py-[9px] pr-9 pl-3"
        >
          {groups.map((group) =>
            group.label === undefined ? (
              <Options key={group.key} options={group.options} />
            ) : (
              <optgroup key={group.key} label={group.label}>
                <Options options={group.options} />
              </optgroup>
            ),
          )}
        </select>
        <Icon of={ChevronDown} size={16} className="pointer-events-none absolute top-3.5 right-3 text-ink-3" />
      </div>
    </div>
  );
}

const Options = ({ options }: { options: SelectFieldProps["groups"][number]["options"] }) =>
  options.map(({ value, label }) => (
    <option key={value} value={value}>
      {label}
    </option>
  ));
