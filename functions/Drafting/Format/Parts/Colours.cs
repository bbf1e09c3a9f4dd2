namespace YiyuanSafety.Drafting.Format.Parts;

/// <summary>Colours of the standard (5.2.4).</summary>
internal static class Colours
{
    /// <summary>Whether people see it as red: Word's pure red and its neighbours.</summary>
    public static bool IsRed(string colour) =>
        Parse(colour) is var (red, green, blue) && red >= 0xC0 && green <= 0x40 && blue <= 0x40;

    /// <summary>Whether it prints black.</summary>
    public static bool IsBlack(string colour) =>
        colour is "auto" or "windowText" || (Parse(colour) is var (red, green, blue) && Math.Max(red, Math.Max(green, blue)) <= 0x26);

    private static (int Red, int Green, int Blue)? Parse(string colour) =>
        colour.Length == 6 && int.TryParse(colour, System.Globalization.NumberStyles.AllowHexSpecifier, System.Globalization.CultureInfo.InvariantCulture, out var value)
            ? (value >> 16, value >> 8 & 0xFF, value & 0xFF)
            : null;
}
