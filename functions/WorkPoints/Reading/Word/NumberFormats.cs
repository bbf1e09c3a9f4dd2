using System.Globalization;
using System.Text;

namespace YiyuanSafety.WorkPoints.Reading.Word;

/// <summary>Prints numbers as Word's numbering formats do (ECMA-376 Part 1, 17.18.59 ST_NumberFormat).</summary>
internal static class NumberFormats
{
    private const string Counting = "〇一二三四五六七八九";
    private const string Legal = "零壹贰叁肆伍陆柒捌玖";
    private const string Stems = "甲乙丙丁戊己庚辛壬癸";
    private const string Branches = "子丑寅卯辰巳午未申酉戌亥";

    private static readonly (int Value, string Letters)[] RomanDigits =
    [
        (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
    ];

    /// <summary>A number in a format; formats that are not known print as decimals.</summary>
    public static string Print(int number, string format) => format switch
    {
        "chineseCounting" or "chineseCountingThousand" or "japaneseCounting" or "taiwaneseCounting" or "taiwaneseCountingThousand" => Chinese(number, Counting, "十百千"),
        "chineseLegalSimplified" or "ideographLegalTraditional" or "japaneseLegal" => Chinese(number, Legal, "拾佰仟"),
        "ideographDigital" or "japaneseDigitalTenThousand" or "taiwaneseDigital" => string.Concat(Decimal(number).Select(c => Counting[c - '0'])),
        "ideographTraditional" when number is >= 1 and <= 10 => Stems[number - 1].ToString(),
        "ideographZodiac" when number is >= 1 and <= 12 => Branches[number - 1].ToString(),
        "decimalEnclosedCircle" or "decimalEnclosedCircleChinese" when number is >= 1 and <= 20 => ((char)('①' + number - 1)).ToString(),
        "decimalEnclosedParen" when number is >= 1 and <= 20 => ((char)('⑴' + number - 1)).ToString(),
        "decimalEnclosedFullstop" when number is >= 1 and <= 20 => ((char)('⒈' + number - 1)).ToString(),
        "decimalFullWidth" or "decimalFullWidth2" => string.Concat(Decimal(number).Select(c => (char)(c - '0' + '０'))),
        "decimalZero" => number.ToString("00", CultureInfo.InvariantCulture),
        "upperLetter" => Letter(number, 'A'),
        "lowerLetter" => Letter(number, 'a'),
        "upperRoman" => Roman(number).ToUpperInvariant(),
        "lowerRoman" => Roman(number),
        "none" => "",
        _ => Decimal(number),
    };

    private static string Decimal(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Chinese(int number, string digits, string units)
    {
        if (number is <= 0 or > 9999)
            return number == 0 ? digits[..1] : Decimal(number);
        var text = new StringBuilder();
        var zero = false;
        for (var place = 3; place >= 0; place--)
        {
            var digit = number / (int)Math.Pow(10, place) % 10;
            if (digit == 0)
            {
                zero = text.Length > 0;
                continue;
            }

            if (zero)
                text.Append(digits == Counting ? '零' : digits[0]);
            zero = false;

            // 10 to 19 print without 一: 十二.
            if (!(digits == Counting && digit == 1 && place == 1 && text.Length == 0))
                text.Append(digits[digit]);
            if (place > 0)
                text.Append(units[place - 1]);
        }

        return text.ToString();
    }

    // Word counts a … z, aa, bb, …
    private static string Letter(int number, char first) =>
        number is < 1 or > 780 ? Decimal(number) : new string((char)(first + ((number - 1) % 26)), ((number - 1) / 26) + 1);

    private static string Roman(int number)
    {
        if (number is < 1 or > 3999)
            return Decimal(number);
        var text = new StringBuilder();
        foreach (var (value, letters) in RomanDigits)
        {
            for (; number >= value; number -= value)
                text.Append(letters);
        }

        return text.ToString();
    }
}
