using System.Globalization;
using System.Text.RegularExpressions;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>Numbers of headings run on, and no level is left out (7.3.3).</summary>
internal sealed partial class SequenceCheck : Check
{
    private const string Digits = "零一二三四五六七八九";

    private static readonly Part[] Levels = [Part.Heading1, Part.Heading2, Part.Heading3, Part.Heading4];

    [GeneratedRegex(@"^[（(]?\s*([一二三四五六七八九十百]+|\d+)", RegexOptions.None, 500)]
    private static partial Regex Ordinal { get; }

    public override IEnumerable<Fault> Run(CheckedPaper paper)
    {
        // "一、" followed by "1." is tolerated where a paper has only these two levels.
        var used = Levels.Where(level => paper.Parts.Of(level).Count > 0).ToArray();
        var last = new int[Levels.Length];
        var depth = -1;
        foreach (var paragraph in paper.Parts.Text)
        {
            var level = Array.IndexOf(used, paper.Parts.PartOf(paragraph));
            if (level < 0)
                continue;
            var number = Value(Ordinal.Match(paragraph.Words).Groups[1].Value);
            if (level > depth + 1 && depth >= 0)
                yield return new Fault(paper.PlaceOf(paragraph), "跳过了上一级序号", "序号依次为“一、”“（一）”“1.”“（1）”");

            // The third level may run through the paper.
            else if (number != last[level] + 1 && number != 1 && !(last[level] == 0 && used[level] == Part.Heading3))
                yield return new Fault(paper.PlaceOf(paragraph), $"序号为 {number}，前一个同级序号为 {last[level]}", $"序号为 {last[level] + 1}");
            else if (number == 1 && last[level] == 1)
                yield return new Fault(paper.PlaceOf(paragraph), "与前一个同级序号相同", "序号为 2");
            last[level] = number;
            depth = level;
            if (used[level] != Part.Heading3)
                Array.Clear(last, level + 1, last.Length - level - 1);
            else if (level + 1 < last.Length)
                last[level + 1] = 0;
        }
    }

    private static int Value(string text)
    {
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return number;
        var (total, digit) = (0, 0);
        foreach (var sign in text)
        {
            if (sign == '十')
                (total, digit) = (total + (10 * Math.Max(digit, 1)), 0);
            else if (sign == '百')
                (total, digit) = (total + (100 * Math.Max(digit, 1)), 0);
            else
                digit = Digits.IndexOf(sign, StringComparison.Ordinal);
        }

        return total + digit;
    }
}
