using System.Globalization;

namespace YiyuanSafety.Drafting.Collecting.Grids;

/// <summary>How numbers are shown, as far as it matters for reading.</summary>
internal static class NumberLook
{
    private const int From1904To1900 = 1462;
    private const string Days = "yyyy-MM-dd";

    /// <summary>A number as a cell.</summary>
    /// <param name="value">The number.</param>
    /// <param name="format">Its format code; empty for the general one.</param>
    /// <param name="is1904">Whether days count from 1904.</param>
    public static GridCell Cell(double value, string format, bool is1904)
    {
        var bare = Bare(format);
        if (bare.Contains('%'))
            return new GridCell(GridKind.Number, Text(value * 100) + "%", value, true);
        if (IsDate(bare) && Day(value, is1904) is { } day)
            return new GridCell(GridKind.Number, day.ToString(Days, CultureInfo.InvariantCulture), value);

        // Numbers of tasks such as 14.10 live on in cells shown with two decimals.
        return bare.StartsWith("0.0", StringComparison.Ordinal) && bare.Length <= 8 && bare[2..].All(c => c == '0')
            ? new GridCell(GridKind.Number, value.ToString("F" + (bare.Length - 2).ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture), value)
            : new GridCell(GridKind.Number, Text(value), value);
    }

    /// <summary>The day of a serial number; null for one outside of 2000 to 2099, which no reply is from.</summary>
    public static DateOnly? Day(double serial, bool is1904)
    {
        var days = serial + (is1904 ? From1904To1900 : 0);
        return days is >= 36526 and < 73051 ? DateOnly.FromDateTime(DateTime.FromOADate(Math.Floor(days))) : null;
    }

    /// <summary>The code of a format that has a number and no code in the file.</summary>
    public static string BuiltIn(int id) => id switch
    {
        9 => "0%",
        10 => "0.00%",
        2 or 4 or 39 or 40 => "0.00",
        (>= 14 and <= 17) or 22 or (>= 27 and <= 31) or 36 or (>= 50 and <= 54) or 57 or 58 => "yyyy-mm-dd",
        _ => "",
    };

    private static string Text(double value) => Math.Round(value, 10) is var rounded && Math.Abs(rounded) < 1e15
        ? rounded.ToString("0.##########", CultureInfo.InvariantCulture)
        : value.ToString("R", CultureInfo.InvariantCulture);

    private static bool IsDate(string bare) => bare.Contains('y') || (bare.Contains('m') && bare.Contains('d'));

    // Without what stands in quotes and brackets, and without the formats for negative numbers.
    private static string Bare(string format)
    {
        var bare = new System.Text.StringBuilder(format.Length);
        var isQuoted = false;
        for (var i = 0; i < format.Length && i < 255; i++)
        {
            var c = format[i];
            if (c == '"')
                isQuoted = !isQuoted;
            else if (isQuoted)
                continue;
            else if (c is '\\' or '_' or '*')
                i++;
            else if (c == '[')
                i = format.IndexOf(']', i) is var end and >= 0 ? end : format.Length;
            else if (c == ';')
                break;
            else
                bare.Append(char.ToLowerInvariant(c));
        }

        return bare.ToString();
    }
}
