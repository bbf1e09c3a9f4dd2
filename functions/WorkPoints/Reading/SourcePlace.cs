using System.Globalization;
using System.Text;

namespace YiyuanSafety.WorkPoints.Reading;

/// <summary>Where something stands in a source file. All numbers count from 1, as a person counts.</summary>
/// <param name="Page">Page of a PDF.</param>
/// <param name="Line">Line of a text file, or line on the page of a PDF.</param>
/// <param name="Paragraph">Paragraph of a Word document, empty ones and those of tables included.</param>
/// <param name="Table">Table of a Word document.</param>
/// <param name="Row">Row of that table.</param>
/// <param name="Column">Column of that table.</param>
public readonly record struct SourcePlace(
    int? Page = null,
    int? Line = null,
    int? Paragraph = null,
    int? Table = null,
    int? Row = null,
    int? Column = null)
{
    /// <summary>The place in words a secretary can follow, such as 第3页第5行 or 第12段 or 表1第2行第3列.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        Append(text, "第", Page, "页");
        if (Table is { } table)
        {
            Append(text, "表", table, "");
            Append(text, "第", Row, "行");
            Append(text, "第", Column, "列");
            return text.ToString();
        }

        Append(text, "第", Paragraph, "段");
        Append(text, "第", Line, "行");
        return text.ToString();
    }

    private static void Append(StringBuilder text, string before, int? number, string after)
    {
        if (number is { } value)
            text.Append(before).Append(value.ToString(CultureInfo.InvariantCulture)).Append(after);
    }
}
