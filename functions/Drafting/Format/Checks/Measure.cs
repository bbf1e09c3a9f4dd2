using System.Globalization;

namespace YiyuanSafety.Drafting.Format.Checks;

/// <summary>Measures as secretaries know them.</summary>
internal static class Measure
{
    private static readonly (int HalfPoints, string Name)[] Sizes =
    [
        (84, "初号"), (72, "小初"), (52, "一号"), (48, "小一"), (44, "2号"), (36, "小二"), (32, "3号"), (30, "小三"), (28, "4号"), (24, "小四"), (21, "五号"), (18, "小五"),
    ];

    /// <summary>Twips as millimetres.</summary>
    public static string Millimetres(double twips) => string.Create(CultureInfo.InvariantCulture, $"{twips * 25.4 / 1440:0.#} mm");

    /// <summary>Twips as points.</summary>
    public static string Points(double twips) => string.Create(CultureInfo.InvariantCulture, $"{twips / 20:0.##} 磅");

    /// <summary>Half points as 字号.</summary>
    public static string Size(int halfPoints)
    {
        foreach (var (size, name) in Sizes)
        {
            if (size == halfPoints)
                return name;
        }

        return string.Create(CultureInfo.InvariantCulture, $"{halfPoints / 2d:0.#} 磅");
    }

    /// <summary>Characters.</summary>
    public static string Characters(double count) => string.Create(CultureInfo.InvariantCulture, $"{count:0.#} 字");

    /// <summary>Lines.</summary>
    public static string Lines(double count) => string.Create(CultureInfo.InvariantCulture, $"空 {count:0.#} 行");
}
