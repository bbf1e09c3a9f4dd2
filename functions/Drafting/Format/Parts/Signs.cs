using System.Text.RegularExpressions;

namespace YiyuanSafety.Drafting.Format.Parts;

/// <summary>The words by which parts are known. They are wider than what the standard allows, so that what is wrong is found too.</summary>
internal static partial class Signs
{
    private const int MatchMilliseconds = 500;

    [GeneratedRegex(@"^\s*[0-9０-９]{1,8}\s*$", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex CopyNumber { get; }

    [GeneratedRegex(@"^\s*(绝\s*密|机\s*密|秘\s*密)(\s*[★*☆].{0,12})?\s*$", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex Secrecy { get; }

    [GeneratedRegex(@"^\s*(特\s*急|加\s*急|紧\s*急|急\s*件)\s*$", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex Urgency { get; }

    [GeneratedRegex(@"^\s*[一-鿿　 ]{1,16}[〔\[［【（(﹝〈「]\s*(\d{2,4}|　{1,4})\s*[〕\]］】）)﹞〉」]\s*第?[\s　]*\d*[\s　]*号", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex IssueNumber { get; }

    /// <summary>What may stand at the left of a letter's issue number, on the same line.</summary>
    [GeneratedRegex(@"^[\s　]*([0-9０-９]{1,8}|(绝\s*密|机\s*密|秘\s*密)([★*☆].{0,12})?|特\s*急|加\s*急)[ 　]*\t[\s　]*", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex BesideNumber { get; }

    [GeneratedRegex(@"签\s*发\s*人\s*[:：]", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex Signer { get; }

    [GeneratedRegex(@"^[\s　]*(\d{2,4}|[〇○０零一二三四五六七八九十]{2,5}|　{1,4})[\s　]*年[\s　]*(\d{1,2}|[一二三四五六七八九十]{1,3}|　{0,3})[\s　]*月[\s　]*(\d{1,2}|[一二三四五六七八九十]{1,3}|　{0,3})[\s　]*[日号][\s　]*$", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex Date { get; }

    [GeneratedRegex(@"^附\s*件\s*[:：]", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex AttachmentNote { get; }

    [GeneratedRegex(@"^附\s*件\s*(\d{1,3}|[一二三四五六七八九十]{1,3})?\s*[:：]?$", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex AttachmentLabel { get; }

    [GeneratedRegex(@"^\d{1,2}\s*[.．、]", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex Item { get; }

    [GeneratedRegex(@"^(出\s*席|请\s*假|列\s*席)(人员|单位)?\s*[:：]", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex Attendance { get; }

    [GeneratedRegex(@"^[图表]\s?\d{1,3}([-－.]\d{1,3})?[\s　]+[^。；！？]{1,80}$", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex Caption { get; }

    [GeneratedRegex(@"^主\s*送\s*[:：]", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex MainTo { get; }

    [GeneratedRegex(@"^抄\s*[送报]\s*[:：]", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex CopyTo { get; }

    [GeneratedRegex(@"[年月日号〇○一二三四五六七八九十\d\s　]{4,}\s*印\s*发$", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex Printed { get; }

    [GeneratedRegex(@"^[一二三四五六七八九十百]{1,4}\s*[、.．，,]", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex Heading1 { get; }

    [GeneratedRegex(@"^[（(]\s*[一二三四五六七八九十百]{1,4}\s*[）)]", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex Heading2 { get; }

    [GeneratedRegex(@"^\d{1,3}\s*[.．、](?![\d])", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex Heading3 { get; }

    [GeneratedRegex(@"^[（(]\s*\d{1,3}\s*[）)]", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex Heading4 { get; }

    [GeneratedRegex(@"^第[一二三四五六七八九十百\d]{1,4}[章节编条]", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex Chapter { get; }

    [GeneratedRegex(@"(局|委|办|府|处|会|公司|单位|部门|镇|乡|街道|院|所|站|中心|企业|学校)$", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex BodyName { get; }

    /// <summary>The kinds of paper of article 8 of the 条例, with | between them.</summary>
    public const string Genres = "决议|决定|命令|令|公报|公告|通告|意见|通知|通报|报告|请示|批复|议案|函|纪要";

    /// <summary>One of <see cref="Genres"/> at the end of a title.</summary>
    [GeneratedRegex($"({Genres})$", RegexOptions.None, MatchMilliseconds)]
    public static partial Regex Genre { get; }
}
