using System.Globalization;
using System.Text.RegularExpressions;
using YiyuanSafety.Drafting.Collecting.Grids;

namespace YiyuanSafety.Drafting.Collecting;

/// <summary>
/// Percentages as people write them: 50, 50%, 0.5, and 0.5 in a cell shown as a percentage, all 50. A number between 0 and 1 is a fraction;
/// 1 alone is one percent, for the column asks for percent, but 1 shown as 100% is a hundred. Parts of a percent are rounded.
/// </summary>
internal static partial class CellPercents
{
    /// <summary>The percentage of a cell; null for anything that is none from 0 to 100.</summary>
    public static int? Read(GridCell cell)
    {
        if (cell.Kind == GridKind.Number)
            return Whole(cell.Value, cell.IsPercent);
        if (cell.Kind != GridKind.Text || cell.Text.Length > 40)
            return null;
        var match = Number().Match(Half.Bare(cell.Text));
        if (!match.Success)
            return null;
        var value = double.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        return match.Groups[2].Success ? Whole(value / 100, true) : Whole(value, false);
    }

    private static int? Whole(double value, bool isFraction)
    {
        // Through decimal: 0.29 × 100 would else be 28.999….
        var percent = value is >= 0 and <= 100 ? (decimal)value * (isFraction || value < 1 ? 100 : 1) : -1;
        return percent is >= 0 and <= 100 ? (int)Math.Round(percent, MidpointRounding.AwayFromZero) : null;
    }

    [GeneratedRegex(@"^([0-9]{1,6}(?:\.[0-9]{1,10})?)(%)?$")]
    private static partial Regex Number();
}
