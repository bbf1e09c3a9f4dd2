using System.Globalization;
using System.Text;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>Writes a counter the way Word prints it in one of its number formats (w:numFmt).</summary>
internal static class NumberFormat
{
    private const int MostRepeatedLetters = 20;

    private static readonly (int Value, string Sign)[] Roman =
    [
        (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
        (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
    ];

    /// <summary>The printed number; a format or value outside the known ones is written in Arabic digits.</summary>
    public static string Write(int value, string format) => format switch
    {
        "none" => "",
        "decimalZero" => value.ToString("00", CultureInfo.InvariantCulture),
        "decimalFullWidth" or "decimalFullWidth2" => FullWidth(value),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" => Circled(value),
        "decimalEnclosedFullstop" => value is >= 1 and <= 20 ? Sign('\u2488', value) : Decimal(value) + ".",
        "decimalEnclosedParen" => value is >= 1 and <= 20 ? Sign('\u2474', value) : $"({Decimal(value)})",
        "ideographEnclosedCircle" => value is >= 1 and <= 10 ? Sign('\u3280', value) : Decimal(value),
        "chineseCounting" or "chineseCountingThousand" or "taiwaneseCounting" or "taiwaneseCountingThousand" =>
            Counting(value, "零一二三四五六七八九", "十百千", "万", true),
        "japaneseCounting" or "koreanCounting" => Counting(value, "〇一二三四五六七八九", "十百千", "万", false),
        "chineseLegalSimplified" => Counting(value, "零壹贰叁肆伍陆柒捌玖", "拾佰仟", "万", true, false),
        "ideographLegalTraditional" or "japaneseLegal" => Counting(value, "零壹貳參肆伍陸柒捌玖", "拾佰仟", "萬", true, false),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => Digits(value, "〇一二三四五六七八九"),
        "ideographTraditional" => Of("甲乙丙丁戊己庚辛壬癸", value),
        "ideographZodiac" => Of("子丑寅卯辰巳午未申酉戌亥", value),
        "upperLetter" => Letters(value, 'A'),
        "lowerLetter" => Letters(value, 'a'),
        "upperRoman" => RomanOf(value),
        "lowerRoman" => RomanOf(value).ToLowerInvariant(),
        "numberInDash" => $"- {Decimal(value)} -",
        _ => Decimal(value),
    };

    private static string Decimal(int value) => value.ToString(CultureInfo.InvariantCulture);

    private static string Sign(char first, int value) => ((char)(first + value - 1)).ToString();

    private static string Of(string signs, int value) =>
        value >= 1 && value <= signs.Length ? signs[value - 1].ToString() : Decimal(value);

    private static string Digits(int value, string digits)
    {
        var text = new StringBuilder();
        foreach (var digit in Decimal(value))
            text.Append(char.IsAsciiDigit(digit) ? digits[digit - '0'] : digit);
        return text.ToString();
    }

    private static string FullWidth(int value) => Digits(value, "０１２３４５６７８９");

    private static string Circled(int value) => value switch
    {
        0 => "\u24EA",
        >= 1 and <= 20 => Sign('\u2460', value),
        >= 21 and <= 35 => Sign('\u3251', value - 20),
        >= 36 and <= 50 => Sign('\u32B1', value - 35),
        _ => Decimal(value),
    };

    // Word repeats the letter after z: z, aa, bb, … zz, aaa.
    private static string Letters(int value, char first) => value is >= 1 and <= 26 * MostRepeatedLetters
        ? new string((char)(first + (value - 1) % 26), (value - 1) / 26 + 1)
        : Decimal(value);

    private static string RomanOf(int value)
    {
        if (value is < 1 or > 3999)
            return Decimal(value);
        var text = new StringBuilder();
        foreach (var (worth, sign) in Roman)
        {
            for (; value >= worth; value -= worth)
                text.Append(sign);
        }

        return text.ToString();
    }

    /// <summary>十一, 一百零一 and the like.</summary>
    /// <param name="value">The counter.</param>
    /// <param name="digits">Signs of 0 to 9.</param>
    /// <param name="units">Signs of 10, 100 and 1000.</param>
    /// <param name="tenThousand">Sign of 10,000.</param>
    /// <param name="zeros">True to write a gap as 零 and the one before 百 and 千.</param>
    /// <param name="bareTen">True to write 10 to 19 without a leading one.</param>
    private static string Counting(int value, string digits, string units, string tenThousand, bool zeros, bool bareTen = true)
    {
        if (value is < 0 or > 99_999_999)
            return Decimal(value);
        if (value == 0)
            return digits[..1];
        var text = new StringBuilder();
        if (value >= 10_000)
        {
            Below(value / 10_000, false);
            text.Append(tenThousand);
        }

        if (value % 10_000 != 0)
            Below(value % 10_000, value >= 10_000);
        return text.ToString();

        void Below(int part, bool follows)
        {
            var gap = follows && part < 1000;
            for (var power = 3; power >= 0; power--)
            {
                var digit = part / Ten(power) % 10;
                if (digit == 0)
                {
                    gap |= part >= Ten(power);
                    continue;
                }

                if (gap && zeros)
                    text.Append(digits[0]);
                gap = false;
                var one = digit == 1 && power > 0 && (power == 1 ? bareTen && text.Length == 0 || !zeros : !zeros);
                if (!one)
                    text.Append(digits[digit]);
                if (power > 0)
                    text.Append(units[power - 1]);
            }
        }
    }

    private static int Ten(int power) => power switch { 0 => 1, 1 => 10, 2 => 100, _ => 1000 };
}
