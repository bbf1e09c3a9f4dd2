import type { Region } from '../port';
import { tidyLines } from '../ooxml/words';
import { readable } from '../trouble';
import type { Run } from './waiting';

/** What the tags of managed regions begin with. */
export const managed = 'ys:1:';

/**
 * The managed regions in the order of the document. A second sync asks for their texts as they would be after all revisions, where the
 * host can say that: what is deleted under revision does not count.
 */
export async function readRegions(run: Run, seesTracking: boolean): Promise<Region[]> {
  try {
    return await run(async (context, step) => {
      const controls = context.document.body.contentControls;
      controls.load('items/id,items/tag,items/title,items/text');
      await step();
      const regions = controls.items.filter((one) => one.tag.startsWith(managed));
      const reviewed = seesTracking ? regions.map((one) => one.getReviewedText('Current')) : [];
      if (reviewed.length > 0) await step();
      return regions.map((one, index) => ({
        handle: one.id,
        tag: one.tag,
        title: one.title,
        text: tidyLines(reviewed[index]?.value ?? one.text),
      }));
    });
  } catch (error) {
    throw readable(error);
  }
}
