import { ChevronDown } from "lucide-react";
import { FieldLabel } from "./field-label.tsx";
import { Icon } from "./icon.tsx";

interface Option {
  value: string;
  label: string;
  disabled?: boolean;
}

interface SelectFieldProps {
  id: string;
  label: string;
  value: string;
  /** Options in groups; a group without a label is none. */
  groups: readonly { key: string; label?: string; options: readonly Option[] }[];
  /** The id of a text that says more, such as why some are disabled. */
  describedBy?: string | undefined;
  /** The tag of the options' language. */
  lang?: string;
  onChange: (value: string) => void;
}

/** A labelled list to choose one of, the browser's own. */
export function SelectField({ id, label, value, groups, describedBy, lang, onChange }: SelectFieldProps) {
  return (
    <div className="min-w-0">
      <FieldLabel htmlFor={id}>{label}</FieldLabel>
      <div className="relative">
        <select
          id={id}
          lang={lang}
          value={value}
          aria-describedby={describedBy}
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

const Options = ({ options }: { options: readonly Option[] }) =>
  options.map(({ value, label, disabled }) => (
    <option key={value} value={value} disabled={disabled}>
      {label}
    </option>
  ));
