using YiyuanSafety.WorkPoints.Reading;

namespace YiyuanSafety.WorkPoints.Assembly;

/// <summary>Accounts for every character of the source.</summary>
internal static class SourceMap
{
    /// <summary>All allotments in reading order. What nothing has claimed is added as left over, so that it shows.</summary>
    public static IReadOnlyList<Allotment> Of(
        IReadOnlyList<SourceBlock> blocks,
        IReadOnlyList<TaskDraft> drafts,
        IReadOnlyList<WorkTask> tasks,
        IReadOnlyList<Allotment> rest,
        IReadOnlyList<int> furniture)
    {
        var all = new List<Allotment>(rest);
        for (var i = 0; i < drafts.Count; i++)
            all.AddRange(drafts[i].Runs.Select(run => run with { Task = tasks[i].Id }));
        all.AddRange(furniture.Select(index => new Allotment(index, 0, blocks[index].Text.Length, Purpose.Leftover, null)));
        all.Sort(static (a, b) => a.Block != b.Block ? a.Block.CompareTo(b.Block) : a.Start.CompareTo(b.Start));

        var map = new List<Allotment>(all.Count);
        var next = 0;
        foreach (var block in blocks)
        {
            var cursor = 0;
            for (; next < all.Count && all[next].Block == block.Index; next++)
            {
                if (all[next].Start > cursor)
                    map.Add(new Allotment(block.Index, cursor, all[next].Start - cursor, Purpose.Leftover, null));
                map.Add(all[next]);
                cursor = all[next].Start + all[next].Length;
            }

            if (cursor < block.Text.Length)
                map.Add(new Allotment(block.Index, cursor, block.Text.Length - cursor, Purpose.Leftover, null));
        }

        return map;
    }
}
