using YiyuanSafety.Drafting.Format.Fixes;
using YiyuanSafety.Drafting.Format.Model;
using YiyuanSafety.Drafting.Format.Parts;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>署名 and 成文日期: with a seal (7.3.5.1) or without one (7.3.5.2).</summary>
internal static class SignatureChecks
{
    private const double OffCentre = 0.5;
    private const int LongName = 14;

    // What is further from an unsealed signature than this is no attempt at one; most papers are sealed.
    private const double FarOff = 3;

    public static IEnumerable<Fault> Sealed(CheckedPaper paper)
    {
        if (!IsSealed(paper) || paper.Parts.First(Part.Date) is not { } date)
            yield break;
        var place = paper.Placed(date);
        if (!PlaceCheck.Near(place.End, 4))
            yield return new Fault(paper.PlaceOf(date), PlaceCheck.Describe(date, place), "右空 4 字", PlaceCheck.StartsBlank(date) ? null : Repair.Of(Repairs.Indent(date, 0, 4 * TypeFigures.Character, 0), Repairs.Align(date, "right")));
        if (paper.Parts.First(Part.Issuer) is { } issuer && issuer.Words.Length <= LongName && IsFilled(date) && PlaceCheck.Near(place.End, 4)
            && paper.Placed(issuer).Middle is var middle && middle.Distance(place.Middle) > OffCentre)
        {
            // The date's width is taken as that of the usual one.
            var left = (24 - (place.Width.Middle / 2) - (paper.Placed(issuer).Width.Middle / 2)) * TypeFigures.Character;
            yield return new Fault(
                paper.PlaceOf(issuer),
                $"署名中心偏{(middle.Middle < place.Middle.Middle ? "左" : "右")} {Measure.Characters(middle.Distance(place.Middle))}",
                "以成文日期为准居中",
                PlaceCheck.StartsBlank(issuer) || left < 0 ? null : Repair.Of(Repairs.Indent(issuer, (int)left, 0, 0), Repairs.Align(issuer, "left")));
        }
    }

    public static IEnumerable<Fault> Unsealed(CheckedPaper paper)
    {
        if (IsSealed(paper) || paper.Parts.First(Part.Date) is not { } date || paper.Parts.First(Part.Issuer) is not { } issuer)
            yield break;
        var (above, below) = (paper.Placed(issuer), paper.Placed(date));
        var isLongDate = below.Width.Low > above.Width.High;
        if (isLongDate)
        {
            if (!PlaceCheck.Near(below.End, 2))
                yield return new Fault(paper.PlaceOf(date), PlaceCheck.Describe(date, below), "成文日期长于署名时，日期右空 2 字", PlaceCheck.StartsBlank(date) ? null : Repair.Of(Repairs.Indent(date, 0, 2 * TypeFigures.Character, 0), Repairs.Align(date, "right")));
            yield break;
        }

        // A name that nearly fills the line leaves no room to move the date.
        if (!PlaceCheck.Near(above.End, 2))
            yield return new Fault(paper.PlaceOf(issuer), PlaceCheck.Describe(issuer, above), "署名右空 2 字", PlaceCheck.StartsBlank(issuer) ? null : Repair.Of(Repairs.Indent(issuer, 0, 2 * TypeFigures.Character, 0), Repairs.Align(issuer, "right")));
        else if ((below.Start + -2d).Distance(above.Start) > 3 * PlaceCheck.Tolerance && above.Start.Low + 2 + below.Width.High <= above.Column)
            yield return new Fault(
                paper.PlaceOf(date),
                $"日期首字比署名首字{(below.Start.Middle < above.Start.Middle ? "左" : "右")}移 {Measure.Characters(Math.Abs(below.Start.Middle - above.Start.Middle))}",
                "日期首字比署名首字右移 2 字",
                PlaceCheck.StartsBlank(date) ? null : Repair.Of(Repairs.Indent(date, (int)((above.Start.Middle + 2) * TypeFigures.Character), 0, 0), Repairs.Align(date, "left")));
    }

    /// <summary>The issuer is the one whose mark heads the paper.</summary>
    public static IEnumerable<Fault> Names(CheckedPaper paper)
    {
        if (paper.Parts.First(Part.Issuer) is not { } issuer || paper.Parts.Of(Part.Mark) is not { Count: 1 } marks || paper.Parts.Shape == PaperShape.Minutes)
            yield break;
        var mark = Bare(marks[0].Words);
        mark = mark.EndsWith("文件", StringComparison.Ordinal) ? mark[..^2] : mark;
        var name = Bare(issuer.Words);
        if (mark.Length > 0 && name.Length > 0 && !Holds(mark, name) && !Holds(name, mark))
            yield return new Fault(paper.PlaceOf(issuer), $"署名“{name}”，发文机关标志“{mark}”", "署名与发文机关标志一致");
    }

    /// <summary>The blank line above a signature without a seal (7.3.5.2).</summary>
    public static IEnumerable<Fault> Gap(CheckedPaper paper) =>
        paper.Parts.First(Part.Issuer) is null || IsSealed(paper) ? [] : new GapCheck(Part.Issuer, 1).Run(paper);

    // A date that is still to be written has no width yet.
    private static bool IsFilled(Paragraph date) => !date.Words.StartsWith('年') && !date.Words.Contains('\u3000', StringComparison.Ordinal);

    private static bool IsSealed(CheckedPaper paper)
    {
        if (paper.Options.Seal is { } told)
            return told;
        if (paper.Parts.First(Part.Date) is not { } date || paper.Parts.First(Part.Issuer) is not { } issuer)
            return true;
        if (date.Shapes.Concat(issuer.Shapes).Any(shape => shape.IsPicture))
            return true;
        // With a name of ten characters both ways may look the same; then nothing is amiss.
        var (above, below) = (paper.Placed(issuer), paper.Placed(date));
        var asSealed = below.End.Distance(4) + above.Middle.Distance(below.Middle);
        var asUnsealed = below.Width.Low > above.Width.High
            ? below.End.Distance(2)
            : above.End.Distance(2) + (below.Start + -2d).Distance(above.Start);
        var (block, blanks) = paper.Parts.Above(issuer);
        return asSealed <= OffCentre || asSealed <= asUnsealed || asUnsealed > FarOff || GapCheck.Count(block as Paragraph, blanks, issuer) > 1.5;
    }

    // Short forms leave characters out: every character of the short one stands in the long one, in order.
    private static bool Holds(string whole, string part)
    {
        var at = 0;
        foreach (var sign in whole)
        {
            if (at < part.Length && part[at] == sign)
                at++;
        }

        return at == part.Length;
    }

    private static string Bare(string words) => words.Replace(" ", "", StringComparison.Ordinal).Replace("\u3000", "", StringComparison.Ordinal).Replace("\n", "", StringComparison.Ordinal);
}
