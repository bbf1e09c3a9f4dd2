using System.Globalization;

namespace YiyuanSafety.WorkPoints.Details;

/// <summary>Turns the words of a rhythm into an ISO 8601 duration and a count.</summary>
internal static class Period
{
    private const string Digits = "零一二三四五六七八九十";

    /// <summary>The duration of 每月, 每半年, 一季度 …; null where the words name none.</summary>
    public static string? Of(string words) => words.TrimStart('每', '一') switch
    {
        "半年" => "P6M",
        "年" or "年度" => "P1Y",
        "季" or "季度" => "P3M",
        "月" => "P1M",
        "半月" => "P15D",
        "旬" => "P10D",
        "周" => "P1W",
        "日" or "天" => "P1D",
        "两年" => "P2Y",
        "两月" or "两个月" or "双月" or "单月" => "P2M",
        "三个月" => "P3M",
        { Length: > 1 } counted when char.IsAsciiDigit(counted[0]) => "P" + new string([.. counted.TakeWhile(char.IsAsciiDigit)]) + (counted[^1] switch
        {
            '月' => "M",
            '年' => "Y",
            _ => "D",
        }),
        _ => null,
    };

    /// <summary>The count of 两次, 10次; 1 where none is given.</summary>
    public static int Times(string words)
    {
        if (words.Length == 0)
            return 1;
        if (int.TryParse(words, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            return Math.Max(1, number);
        if (words == "两")
            return 2;
        var value = 0;
        foreach (var c in words)
        {
            var digit = Digits.IndexOf(c, StringComparison.Ordinal);
            value = digit == 10 ? Math.Max(1, value) * 10 : value + Math.Max(0, digit);
        }

        return Math.Max(1, value);
    }
}
