import { ActionIcon, Button, Checkbox, Select, Textarea, TextInput } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';

/** The working screens' controls: at rest, in focus (tab to them), switched off, at work, wrong. */
export function Controls() {
  return (
    <>
      <div className="gallery-row">
        <Button>Filled</Button>
        <Button variant="default">Default</Button>
        <Button variant="subtle">Subtle</Button>
        <Button disabled>Disabled</Button>
        <Button loading aria-label="Loading">
          Loading
        </Button>
        <ActionIcon variant="default" aria-label="Icon">
          <IconCheck size={16} />
        </ActionIcon>
        <Checkbox label="Checkbox" defaultChecked />
        <Checkbox label="Disabled" disabled />
      </div>
      <div className="gallery-row">
        <TextInput label="Text" placeholder="Placeholder" />
        <TextInput label="Disabled" disabled defaultValue="Value" />
        <TextInput label="Wrong" defaultValue="Value" error="Says what is wrong" />
        <Select label="Select" data={['One', 'Two']} defaultValue="One" />
        <Textarea label="Long text" defaultValue={'Two lines\nof text'} autosize />
      </div>
    </>
  );
}
