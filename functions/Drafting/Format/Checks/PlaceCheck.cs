using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>Where a part's text stands between the edges, in characters.</summary>
/// <param name="wanted">In words, such as 左空 2 字.</param>
/// <param name="isRight">Whether a place is as wanted.</param>
/// <param name="mend">How to mend a paragraph, or null.</param>
/// <param name="parts">Of which parts.</param>
internal sealed class PlaceCheck(string wanted, Func<Paragraph, Placement, bool> isRight, Func<Paragraph, Edit[]>? mend, params Part[] parts) : Check
{
    /// <summary>How far text may be off: an eighth of a character, so that 640 twips pass for 2 characters of 315.</summary>
    public const double Tolerance = 0.125;

    public override IEnumerable<Fault> Run(CheckedPaper paper) =>
        parts.SelectMany(paper.Parts.Of).Where(paragraph => !isRight(paragraph, paper.Placed(paragraph))).Select(paragraph => new Fault(
            paper.PlaceOf(paragraph),
            Describe(paragraph, paper.Placed(paragraph)),
            wanted,
            mend is null || StartsBlank(paragraph) ? null : Repair.Of(mend(paragraph))));

    /// <summary>Whether a length is as wanted.</summary>
    public static bool Near(Span span, double value) => span.Distance(value) <= Tolerance;

    /// <summary>Whether a length is as wanted.</summary>
    public static bool Near(double length, double value) => Math.Abs(length - value) <= Tolerance;

    /// <summary>Whether text stands in the middle.</summary>
    public static bool IsCentred(Paragraph paragraph, Placement place) =>
        place.Wraps(0) ? paragraph.Look.Alignment == "center" && Math.Abs(place.Middle.Middle - (place.Column / 2)) < 0.5 : place.Middle.Distance(place.Column / 2) <= 0.25;

    /// <summary>Whether spaces or tabs stand in front: an indent would come on top of them, and they are text that no repair touches.</summary>
    public static bool StartsBlank(Paragraph paragraph) => paragraph.Text.Length > 0 && Paragraph.Blank.Contains(paragraph.Text[0]);

    /// <summary>A place in words.</summary>
    public static string Describe(Paragraph paragraph, Placement place) => paragraph.Look.Alignment switch
    {
        "center" => "居中" + (Math.Abs(place.Middle.Middle - (place.Column / 2)) > 0.25 ? "但有缩进" : ""),
        "right" or "end" => $"居右，右空 {Measure.Characters(place.End.Low)}",
        _ when place.Wraps(place.Wrapped) && !Near(place.Start, place.Wrapped) => $"左空 {Measure.Characters(place.Start.Low)}，回行左空 {Measure.Characters(place.Wrapped)}",
        _ => $"左空 {Measure.Characters(place.Start.Low)}",
    };
}
