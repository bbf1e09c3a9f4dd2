using System.Text;
using YiyuanSafety.Drafting.Templating.Markup;

namespace YiyuanSafety.Drafting.Templating.Lifting;

/// <summary>
/// Word refuses a cell whose last child is no paragraph, a table without rows, and an empty content control. When all of them may be left out by a
/// condition or an empty list, a guard writes an empty one.
/// </summary>
internal static class Guards
{
    /// <summary>Adds guards to all containers that may become empty.</summary>
    public static void Add(string xml, Names names, Placer placer, List<Block> blocks, List<Edit> edits)
    {
        foreach (var group in placer.Vanished.Where(v => v.Name == names.P && v.Parent is not null).GroupBy(v => v.Parent))
        {
            if (group.Key is not { } container || container.Name == names.Body)
                continue;
            var sample = group.First();
            var properties = sample.Children.Find(c => c.Name == names.PPr);
            var inside = properties is null ? "" : xml[properties.Start..properties.End];
            Add(edits, container, new Piece.Guard(container.Name == names.SdtContent ? Ending.Block : Ending.Paragraph, $"<{names.P}>{inside}</{names.P}>"));
        }
        var rows = blocks.Where(b => b.Level == Level.OwnRow).Select(b => b.Row)
            .Concat(placer.Vanished.Where(v => v.Name == names.Tr));
        foreach (var table in rows.Select(r => r?.Around(names.Tbl, names.SdtContent)).OfType<Element>().Distinct())
            Add(edits, table, new Piece.Guard(Ending.Row, BlankRow(xml, names, placer, table)));
    }

    private static void Add(List<Edit> edits, Element container, Piece guard) =>
        edits.Add(new Edit(container.ContentEnd, container.ContentEnd, int.MaxValue, [guard]));

    private static string BlankRow(string xml, Names names, Placer placer, Element table)
    {
        var rows = table.Children.Where(c => c.Name == names.Tr).ToList();
        var sample = rows.Find(r => !placer.Vanished.Contains(r)) ?? rows.FirstOrDefault();
        var row = new StringBuilder($"<{names.Tr}>");
        foreach (var cell in sample?.Children.Where(c => c.Name == names.Tc) ?? [])
        {
            var properties = cell.Children.Find(c => c.Name == names.TcPr);
            row.Append('<').Append(names.Tc).Append('>');
            if (properties is not null)
                row.Append(xml, properties.Start, properties.End - properties.Start);
            row.Append('<').Append(names.P).Append("/></").Append(names.Tc).Append('>');
        }
        return row.Append("</").Append(names.Tr).Append('>').ToString();
    }
}
