using System.Xml.Linq;

namespace YiyuanSafety.Drafting.Format.Model;

/// <summary>A font as the document names it.</summary>
/// <param name="Name">Name of the font.</param>
/// <param name="IsTheme">Whether the document's theme decides it; a theme beats a name given in the same place.</param>
internal sealed record FontChoice(string Name, bool IsTheme);

/// <summary>What one level of formatting (w:rPr) says of type; null where it says nothing.</summary>
internal sealed record RunLook
{
    public static readonly RunLook None = new();

    public FontChoice? Han { get; init; }

    public FontChoice? Latin { get; init; }

    /// <summary>Whether signs that both scripts have, such as “ and —, take the Chinese font.</summary>
    public bool? HintHan { get; init; }

    /// <summary>Half points.</summary>
    public int? Size { get; init; }

    public bool? Bold { get; init; }

    public string? Colour { get; init; }

    /// <summary>Tracking, twips.</summary>
    public int? Tracking { get; init; }

    public string? Highlight { get; init; }

    public bool? Hidden { get; init; }

    /// <summary>This level laid over the one below it.</summary>
    public RunLook Over(RunLook below) => ReferenceEquals(this, None) ? below : new RunLook
    {
        Han = Han ?? below.Han,
        Latin = Latin ?? below.Latin,
        HintHan = HintHan ?? below.HintHan,
        Size = Size ?? below.Size,
        Bold = Bold ?? below.Bold,
        Colour = Colour ?? below.Colour,
        Tracking = Tracking ?? below.Tracking,
        Highlight = Highlight ?? below.Highlight,
        Hidden = Hidden ?? below.Hidden,
    };

    /// <summary>Reads w:rPr.</summary>
    public static RunLook Read(XElement? rPr, ThemeFonts theme)
    {
        if (rPr is null || !rPr.HasElements)
            return None;
        var fonts = rPr.Child("rFonts");
        var colour = rPr.Child("color");
        return new RunLook
        {
            Han = Font(fonts, "eastAsia", theme),
            Latin = Font(fonts, "ascii", theme) ?? Font(fonts, "hAnsi", theme),
            HintHan = fonts.Text("hint") is { } hint ? hint == "eastAsia" : null,
            Size = rPr.Child("sz").Number(),
            Bold = rPr.Switch("b"),
            Colour = colour is null ? null : colour.Text("themeColor") is { } themed and not ("text1" or "dark1") ? "主题色 " + themed : colour.Text() ?? "auto",
            Tracking = rPr.Child("spacing").Number(),
            Highlight = rPr.Child("highlight").Text(),
            Hidden = rPr.Switch("vanish"),
        };
    }

    private static FontChoice? Font(XElement? fonts, string slot, ThemeFonts theme)
    {
        if (fonts.Text(slot + "Theme") is { } themed)
            return new FontChoice(theme[themed], true);
        return fonts.Text(slot) is { Length: > 0 } name ? new FontChoice(name, false) : null;
    }
}

/// <summary>The type that a run ends up in.</summary>
/// <param name="Han">Font of Chinese characters.</param>
/// <param name="Latin">Font of letters and digits.</param>
/// <param name="HintHan">Whether signs of both scripts take the Chinese font.</param>
/// <param name="Size">Half points.</param>
/// <param name="Bold">Bold.</param>
/// <param name="Colour">RRGGBB, auto, or the name of a theme colour.</param>
/// <param name="Tracking">Twips added to each character.</param>
/// <param name="Highlight">Colour of a marker, or none.</param>
/// <param name="Hidden">Not printed.</param>
internal sealed record TypeLook(
    FontChoice Han, FontChoice Latin, bool HintHan, int Size, bool Bold, string Colour, int Tracking, string Highlight, bool Hidden)
{
    /// <summary>Width of a Chinese character with its tracking, twips.</summary>
    public int Em => Math.Max(20, (Size * 10) + Tracking);

    /// <summary>What Word takes where no level says anything.</summary>
    public static TypeLook Of(RunLook look) => new(
        look.Han ?? new FontChoice("宋体", false),
        look.Latin ?? new FontChoice("Times New Roman", false),
        look.HintHan ?? false,
        Math.Clamp(look.Size ?? 20, 1, 3276),
        look.Bold ?? false,
        look.Colour ?? "auto",
        look.Tracking ?? 0,
        look.Highlight ?? "none",
        look.Hidden ?? false);
}
