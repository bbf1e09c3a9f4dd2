using System.Globalization;
using System.Text.RegularExpressions;

namespace YiyuanSafety.Ledger.Numbering;

/// <summary>A 发文字号 as a document prints it, told apart.</summary>
/// <param name="Code">机关代字.</param>
/// <param name="Year">Year in full.</param>
/// <param name="Serial">From 1.</param>
public sealed partial record PrintedNumber(string Code, int Year, int Serial)
{
    /// <summary>Reads a number such as 源安委发〔2021〕7号, whatever brackets and widths were typed; null for anything else.</summary>
    public static PrintedNumber? Read(string? text)
    {
        // By hand: the program runs without the tables that normalising needs.
        var narrow = string.Concat((text ?? "").Where(letter => !char.IsWhiteSpace(letter)).Select(letter => letter is >= '！' and <= '～' ? (char)(letter - '！' + '!') : letter));
        return Form().Match(narrow) is { Success: true } match && int.TryParse(match.Groups[3].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var serial)
            ? new PrintedNumber(match.Groups[1].Value, int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture), serial)
            : null;
    }

    [GeneratedRegex(@"^([^\[\]()【】〔〕〈〉\d]{1,12})[\[(【〔〈]([12][0-9]{3})[\])】〕〉]第?([0-9]{1,6})号$", RegexOptions.None, 500)]
    private static partial Regex Form();
}
