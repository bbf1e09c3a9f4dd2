namespace YiyuanSafety.WorkPoints.Outline;

/// <summary>A number in front of a heading or item, such as 一、 or （二） or 14.</summary>
/// <param name="Rank">Depth by form, see <see cref="NumberLabel.Ranks"/>.</param>
/// <param name="Ordinal">The number's value.</param>
/// <param name="Start">Position of the number itself, after white space and Markdown marks.</param>
/// <param name="End">Position after the number and its mark.</param>
internal readonly record struct NumberLabel(int Rank, int Ordinal, int Start, int End)
{
    /// <summary>The ranks of the numbering forms in use.</summary>
    public static class Ranks
    {
        /// <summary>第一部分, 第一章.</summary>
        public const int Part = 0;

        /// <summary>一、</summary>
        public const int Chinese = 1;

        /// <summary>（一）</summary>
        public const int BracketedChinese = 2;

        /// <summary>1. or 1． or 1、</summary>
        public const int Arabic = 3;

        /// <summary>（1） or 1） or ①</summary>
        public const int BracketedArabic = 4;
    }

    private const string Digits = "〇一二三四五六七八九";

    /// <summary>Reads a number label at a position of width-folded text, white space and Markdown marks before it skipped.</summary>
    public static bool TryRead(string text, int position, int end, out NumberLabel label)
    {
        label = default;
        var i = position;
        while (i < end && (char.IsWhiteSpace(text[i]) || text[i] is '#' or '*' or '>'))
            i++;
        if (i >= end)
            return false;
        var start = i;
        if (text[i] is >= '①' and <= '⑳')
        {
            label = new NumberLabel(Ranks.BracketedArabic, text[i] - '①' + 1, start, i + 1);
            return true;
        }

        if (text[i] == '第')
            return TryReadPart(text, start, end, out label);
        if (text[i] == '（')
            return TryReadBracketed(text, start, end, out label);
        if (TryReadArabic(text, ref i, end, out var number))
        {
            var afterDigits = SkipSpaces(text, i, end);
            if (afterDigits >= end)
                return false;
            if (text[afterDigits] == '）')
            {
                label = new NumberLabel(Ranks.BracketedArabic, number, start, afterDigits + 1);
                return true;
            }

            // 3.5万 is a figure and 2021.3 a date; neither starts an item.
            if (text[afterDigits] is not ('.' or '、') || (afterDigits + 1 < end && char.IsAsciiDigit(text[afterDigits + 1])))
                return false;
            label = new NumberLabel(Ranks.Arabic, number, start, afterDigits + 1);
            return true;
        }

        if (!TryReadChinese(text, ref i, end, out number))
            return false;
        i = SkipSpaces(text, i, end);
        if (i >= end || text[i] is not ('、' or '.'))
            return false;
        label = new NumberLabel(Ranks.Chinese, number, start, i + 1);
        return true;
    }

    private static bool TryReadPart(string text, int start, int end, out NumberLabel label)
    {
        label = default;
        var i = SkipSpaces(text, start + 1, end);
        if (!TryReadChinese(text, ref i, end, out var number) && !TryReadArabic(text, ref i, end, out number))
            return false;
        i = SkipSpaces(text, i, end);
        var length = text.AsSpan(i, end - i) switch
        {
            ['部', '分', ..] => 2,
            ['章' or '节' or '编' or '篇', ..] => 1,
            _ => 0,
        };
        label = new NumberLabel(Ranks.Part, number, start, i + length);
        return length > 0;
    }

    private static bool TryReadBracketed(string text, int start, int end, out NumberLabel label)
    {
        label = default;
        var i = SkipSpaces(text, start + 1, end);
        int rank;
        if (TryReadChinese(text, ref i, end, out var number))
            rank = Ranks.BracketedChinese;
        else if (TryReadArabic(text, ref i, end, out number))
            rank = Ranks.BracketedArabic;
        else
            return false;
        i = SkipSpaces(text, i, end);
        if (i >= end || text[i] != '）')
            return false;

        // Some documents print （一）、 although the bracket needs no further mark.
        var after = i + 1 < end && text[i + 1] is '、' or '.' ? i + 2 : i + 1;
        label = new NumberLabel(rank, number, start, after);
        return true;
    }

    private static int SkipSpaces(string text, int i, int end)
    {
        while (i < end && text[i] == ' ')
            i++;
        return i;
    }

    private static bool TryReadArabic(string text, ref int i, int end, out int number)
    {
        number = 0;
        var start = i;
        while (i < end && i - start < 4 && char.IsAsciiDigit(text[i]))
            number = (number * 10) + (text[i++] - '0');
        return i > start && i - start <= 3;
    }

    private static bool TryReadChinese(string text, ref int i, int end, out int number)
    {
        number = 0;
        var start = i;
        var digit = 0;
        while (i < end && i - start < 6)
        {
            var value = Digits.IndexOf(text[i], StringComparison.Ordinal);
            if (value >= 0)
            {
                digit = (digit * 10) + value;
            }
            else if (text[i] == '十')
            {
                number += (digit == 0 ? 1 : digit) * 10;
                digit = 0;
            }
            else if (text[i] == '百' && digit > 0)
            {
                number += digit * 100;
                digit = 0;
            }
            else
            {
                break;
            }

            i++;
        }

        number += digit;
        return i > start && number > 0;
    }
}
