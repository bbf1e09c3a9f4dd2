namespace YiyuanSafety.WorkPoints.Text;

/// <summary>
/// Folds characters that print alike onto one form, one character to one character, so that positions stay valid.
/// Only comparisons use folded text; what is shown to people is always the text as printed.
/// </summary>
internal static class Fold
{
    // Traditional and variant forms that scanners put into the names of bodies, and their simplified forms.
    private const string Traditional = "門縣區應業務產員會辦廳鄉鎮鐵運輸監資廣電衛農財發與機關檢學體資設園環黨團婦聯經貿統計稅銀險";
    private const string Simplified = "门县区应业务产员会办厅乡镇铁运输监资广电卫农财发与机关检学体资设园环党团妇联经贸统计税银险";

    private static readonly Dictionary<char, char> ToSimplified = Traditional
        .Zip(Simplified)
        .Where(pair => pair.First != pair.Second)
        .DistinctBy(pair => pair.First)
        .ToDictionary(pair => pair.First, pair => pair.Second);

    /// <summary>Full-width letters and digits to half width; half-width Chinese punctuation and brackets to full width.</summary>
    public static char Width(char c) => IsHan(c) ? c : c switch
    {
        >= '０' and <= '９' => (char)(c - '０' + '0'),
        >= 'Ａ' and <= 'Ｚ' => (char)(c - 'Ａ' + 'A'),
        >= 'ａ' and <= 'ｚ' => (char)(c - 'ａ' + 'a'),
        '．' => '.',
        '％' => '%',
        '(' => '（',
        ')' => '）',
        '﹙' => '（',
        '﹚' => '）',
        ',' => '，',
        ':' => '：',
        ';' => '；',
        '､' or '﹑' => '、',
        '«' => '《',
        '»' => '》',
        '\u00a0' or '\u3000' or '\t' => ' ',
        _ => c,
    };

    /// <summary><see cref="Width(char)"/> for a whole text.</summary>
    public static string Width(string text) => string.Create(text.Length, text, static (target, source) =>
    {
        for (var i = 0; i < source.Length; i++)
            target[i] = Width(source[i]);
    });

    /// <summary>The simplified form of a traditional character known from names of bodies; else the character itself.</summary>
    public static char Script(char c) => ToSimplified.GetValueOrDefault(c, c);

    /// <summary>Whether the text holds a character that <see cref="Script(char)"/> would change.</summary>
    public static bool HasTraditional(string text) => text.Any(c => Script(c) != c);

    /// <summary>Whether the character is a Chinese character.</summary>
    public static bool IsHan(char c) => c is (>= '\u4e00' and <= '\u9fff') or (>= '\u3400' and <= '\u4dbf') or '〇';
}
