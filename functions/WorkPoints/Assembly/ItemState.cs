using System.Globalization;
using YiyuanSafety.WorkPoints.Outline;
using YiyuanSafety.WorkPoints.Text;

namespace YiyuanSafety.WorkPoints.Assembly;

/// <summary>What the tasks of one unit have in common; all empty before the first unit.</summary>
/// <param name="Unit">The unit.</param>
/// <param name="Item">Its number in Arabic digits.</param>
/// <param name="Scope">What tells it apart from units of the same number.</param>
/// <param name="Section">Heading above it, number included.</param>
/// <param name="Title">Its title.</param>
internal sealed record ItemState(Unit? Unit, string Item, string Scope, string Section, string Title)
{
    /// <summary>Reads it off a unit.</summary>
    public static ItemState Of(Flow flow, Unit? unit) => unit is null
        ? new ItemState(null, "", "", "", "")
        : new ItemState(
            unit,
            unit.Label.Ordinal.ToString(CultureInfo.InvariantCulture),
            unit.Parent?.Sequence.ToString(CultureInfo.InvariantCulture) ?? "",
            unit.Parent is { } parent ? Number(flow, parent) + TitleOf(flow, parent) : "",
            TitleOf(flow, unit));

    private static string TitleOf(Flow flow, Unit unit) => flow.Quote(unit.Label.End, unit.TitleEnd).Trim('*', ' ', '。', '：');

    /// <summary>The number as it should have been printed: full-width brackets, no white space.</summary>
    private static string Number(Flow flow, Unit unit) => flow.Folded[unit.Label.Start..unit.Label.End].Replace(" ", "", StringComparison.Ordinal);
}
