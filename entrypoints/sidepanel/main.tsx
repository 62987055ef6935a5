/** The side panel: the report of the tab that the reader looks at. */
import { readAnyCard } from '../../browser/own-glossary.ts';
import { tellTab } from '../../browser/tabs.ts';
import { Report } from '../../components/Report.tsx';
import { today } from '../../openness/law-on-day.ts';
import { saveFile } from '../shared/save-file.ts';
import { cardActions, mount } from '../shared/mount.tsx';
import { useTab } from '../shared/use-tab.ts';

const Panel = () => {
  const { tab, page } = useTab();
  return (
    <Report
      page={page}
      title={tab?.title ?? ''}
      url={tab?.url ?? ''}
      today={today()}
      loadCard={readAnyCard}
      onGoTo={({ frame, n }) => tab !== null && void tellTab(tab.id, 'page.go', { n }, frame)}
      onSave={saveFile}
      onPrint={() => print()}
      actions={cardActions}
    />
  );
};

mount(<Panel />);
