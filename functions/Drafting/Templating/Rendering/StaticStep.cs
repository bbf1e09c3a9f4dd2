using System.Text;
using YiyuanSafety.Drafting.Templating.Lifting;

namespace YiyuanSafety.Drafting.Templating.Rendering;

/// <summary>Literal XML ready to be written, or a piece that depends on what was written before.</summary>
/// <param name="Bytes">UTF-8; empty for an identifier.</param>
/// <param name="Ending">What the bytes end with.</param>
/// <param name="Special">A guard, an identifier or the edge of a label, or null for plain bytes.</param>
internal sealed record StaticStep(byte[] Bytes, Ending Ending, Piece? Special)
{
    /// <summary>Makes the step for a piece.</summary>
    public static StaticStep Of(Piece piece, string prefix) => piece switch
    {
        Piece.Literal literal => new StaticStep(Encoding.UTF8.GetBytes(literal.Xml), EndingOf(literal.Xml, prefix), null),
        Piece.Guard guard => new StaticStep(Encoding.UTF8.GetBytes(guard.Xml), guard.Wanted, guard),
        _ => new StaticStep([], Ending.Nothing, piece),
    };

    private static Ending EndingOf(ReadOnlySpan<char> xml, string prefix)
    {
        var p = prefix.Length == 0 ? "" : prefix + ":";
        while (true)
        {
            xml = xml.TrimEnd();
            var tag = xml.LastIndexOf('<');
            if (tag < 0 || !xml.EndsWith(">"))
                return xml.Length == 0 ? Ending.Nothing : Ending.Other;
            var last = xml[tag..];
            if (last.SequenceEqual($"</{p}p>") || (last.EndsWith("/>") && (last.SequenceEqual($"<{p}p/>") || last.StartsWith($"<{p}p "))))
                return Ending.Paragraph;
            if (last.SequenceEqual($"</{p}tr>"))
                return Ending.Row;
            if (last.SequenceEqual($"</{p}tbl>") || last.SequenceEqual($"</{p}sdt>"))
                return Ending.Block;
            var mark = last.StartsWith($"<{p}bookmark") || last.StartsWith($"<{p}commentRange") || last.StartsWith($"<{p}perm")
                || last.StartsWith($"<{p}proofErr");
            if (!mark)
                return Ending.Other;
            xml = xml[..tag];
        }
    }
}
