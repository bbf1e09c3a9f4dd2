using System.Text.RegularExpressions;
using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>What a part says. Words are never changed, so there is no repair.</summary>
/// <param name="wanted">In words.</param>
/// <param name="right">What the whole part must match.</param>
/// <param name="pending">What it looks like while it is still to be filled in by hand, or null.</param>
/// <param name="parts">Of which parts.</param>
internal sealed class WordsCheck(string wanted, Regex right, Regex? pending, params Part[] parts) : Check
{
    public override IEnumerable<Fault> Run(CheckedPaper paper)
    {
        foreach (var paragraph in parts.SelectMany(paper.Parts.Of))
        {
            var words = paragraph.Text.Replace("\n", "", StringComparison.Ordinal).Trim(Paragraph.Blank);
            if (right.IsMatch(words))
                continue;
            yield return pending?.IsMatch(words) == true
                ? new Fault(paper.PlaceOf(paragraph), $"“{words}”，还没有填写", wanted) { Strength = Strength.Practice }
                : new Fault(paper.PlaceOf(paragraph), $"“{(words.Length > 40 ? words[..40] + "…" : words)}”", wanted);
        }
    }
}

/// <summary>Slips of writing, wherever in the text they are.</summary>
/// <param name="wanted">In words.</param>
/// <param name="wrong">What must not be there.</param>
/// <param name="parts">In which parts.</param>
internal sealed class SlipCheck(string wanted, Regex wrong, params Part[] parts) : Check
{
    public override IEnumerable<Fault> Run(CheckedPaper paper) =>
        from paragraph in parts.SelectMany(paper.Parts.Of)
        let slip = wrong.Match(paragraph.Words)
        where slip.Success
        select new Fault(paper.PlaceOf(paragraph), $"“{slip.Value}”", wanted);
}
