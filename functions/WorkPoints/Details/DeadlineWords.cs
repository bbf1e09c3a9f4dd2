using System.Text.RegularExpressions;

namespace YiyuanSafety.WorkPoints.Details;

/// <summary>How deadlines and rhythms are printed in running text. All patterns take width-folded text.</summary>
internal static partial class DeadlineWords
{
    private const string Number = "(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})";
    private const string Year = "(?:(?:20[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2})[ ]?年[ ]?|今年|本年度?|当年|明年|次年|翌年|来年)";
    private const string Month = "(?<![0-9一二三四五六七八九十])" + Number + "[ ]?月(?:份)?[ ]?";
    private const string DayOfMonth = Number + "[ ]?[日号][ ]?";
    private const string PartOfMonth = "(?:上旬|中旬|下旬|月?底|末|初)";
    private const string Numeric = "(?<![0-9])20[0-9]{2}(?:[.][0-9]{1,2}(?:[.][0-9]{1,2})?|-[0-9]{1,2}(?:-[0-9]{1,2})?|/[0-9]{1,2}(?:/[0-9]{1,2})?)(?![0-9])日?";

    // 去年上半年 and 前三季度 look back; 每一季度 is a rhythm.
    private const string HalfOrQuarter = "(?<![前每]|去年|上年|前年|往年|同期)(?:上半年|下半年|第?[一二三四1-4][ ]?季度|Q[1-4])(?:末|底|结束)?";

    /// <summary>A point in time that is a last day by its own words, such as 6月末 or 上半年.</summary>
    private const string Term = "(?:" + Year + "?(?:" + Month + PartOfMonth + "|" + HalfOrQuarter + "))";

    /// <summary>A month or day, which may as well be when something happened.</summary>
    private const string Date = "(?:" + Year + "?" + Month + "(?:" + DayOfMonth + ")?|" + Numeric + ")";

    private const string To = "[ ]?(?:起|开始)?[ ]?(?:至|到|[-－‐‑–—―─~～〜∼]{1,2})[ ]?";

    private const string Range = "(?:(?:" + Term + "|" + Date + "|" + Year + "?(?<![0-9.])" + Number + ")" + To + "(?:" + Term + "|" + Date + ")|"
        + Date + To + DayOfMonth + ")";

    private const string Clock = "(?:[0-9]{1,2}[ ]?(?:时|点|：[0-9]{2})(?:[0-9]{1,2}分)?|下班|（[^（）]{1,8}）)?";

    private const string By = Clock + "(?:底|之|以)?前(?![的后])";

    // What comes between a time and the verb is who or what; these words make it a report of what has been, or a modifier.
    private const string Between = "(?![ ]?(?:起|以来|开始|后|之后|以后))[ ]?(?:内|间|期间)?，?(?:(?!发生|同比|以来|累计|共[有计发查检开完]|未完|至少)[\\p{IsCJKUnifiedIdeographs}“”-[的已曾]]){0,12}?";

    // 完成情况, 完成率, 完成的: what was done.
    private const string NotDone = "(?!的|了|率|过|情况)";

    private const string Finishing = Between + "(?:完成|建成|办结|销号|清零|到位|见效|验收|竣工|投用|上线|交付|报送|上报|提交|达到|实现|全覆盖)" + NotDone;

    private const string Doing = Between + "(?:完成|建成|办结|销号|清零|到位|见效|验收|竣工|投用|上线|交付|报送|上报|提交|达到|实现|全覆盖"
        + "|印发|出台|制定|修订|编制|开展|组织|实施|启动|进行|集中|建立|落实)" + NotDone;

    private const string KeyDay = "(?<!提|去年|上年|往年)(?:春节|元旦|元宵节?|清明节?|劳动节|五一节?|“五一”节?|“十一”|“七一”|七一|端午节?|中秋节?|国庆节?|入?主?汛期?|入冬|春运|中?高考|中考|(?:春秋季|春季|秋季)?(?:学期)?开学|寒暑假|寒假|暑假|暑期|(?:采暖|供暖|供热)[季期]?|(?:全国|省)?[“”\"]?两会[“”\"]?)";

    // 国庆节前夕 and 汛期前期 name no last day.
    private const string BeforeDay = "前(?:(?:[0-9]{1,3}|[一二三四五六七八九十两半]{1,2})(?:个月|天|日|周|个?工作日))?(?![的后夕期置移沿线瞻])";

    private const string EachPeriod = "每个?(?:双月|单月|半年|半月|两年|两个?月|[三四六23456]个?月|月|季度?|年度?|周|旬)";

    private const string EachWhich = "(?:(?:首|末|次|第[一二三123]个|最后(?:一个)?)月)?";

    private const string EachWhen = "(?:" + Number + "月(?:" + Number + "[日号]|上旬|中旬|下旬|底|末)?|" + Number + "(?:[日号]|(?=、" + Number + "[日号]))|上旬|中旬|下旬|底|末)";

    private const string EachDay = EachWhich + EachWhen + "(?:[、和及]" + EachWhen + ")*";

    /// <summary>A deadline.</summary>
    [GeneratedRegex($@"
        {EachPeriod}{EachDay}(?:之|以)?前
      | {Range}(?:{By}|(?=(?:、{Range})*{Doing}))
      | (?:不迟于|不晚于|最迟|至迟|最晚)[于在到]?(?:{Term}|{Date})(?:{Clock}(?:之|以)?前)?
      | (?:截[至止][到至]?)?(?:{Term}|{Date}){By}
      | {Year}?{HalfOrQuarter}(?:之|以)?(?:前|内)(?![的后])
      | (?:截[至止][到至]?)?(?:{Term}(?={Doing})|{Date}(?={Finishing}))
      | {Year}(?:年?底|年?末|内)(?:之|以)?前?(?!的)
      | {Year}(?:上半年|下半年|[一二三四]季度)(?:之|以)?前?(?!的|[^。；]{{0,12}}(?:发生|同比|共|累计))
      | (?<![\p{{IsCJKUnifiedIdeographs}}0-9])年(?:底|末|内)(?:之|以)?前?(?!的)
      | (?<=[，。；、：（到在于至])年(?:底|末|内)(?:之|以)?前?(?!的)
      | {Year}?{KeyDay}(?:[、和及与]?{KeyDay})*(?:（[^（）]{{1,8}}）)?(?:期间|假期)?(?:之|以|到来|来临|召开)?{BeforeDay}
      | 长期坚持|长期推进|持续推进，?长期坚持", RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex Deadline();

    /// <summary>Several days of one sentence, each its own deadline: 分别于6月25日、12月21日.</summary>
    [GeneratedRegex(@"(?:分别)?(?:于|在)(?<date>[0-9]{1,2}月[0-9]{1,2}日)(?:、(?<date>[0-9]{1,2}月[0-9]{1,2}日))*(?=前|完成|报送|上报|报|组织|开展|召开)|分别于(?<date>[0-9]{1,2}月[0-9]{1,2}日)(?:(?:、|和)(?<date>[0-9]{1,2}月[0-9]{1,2}日))+")]
    public static partial Regex SeveralDates();

    /// <summary>A rhythm.</summary>
    [GeneratedRegex($@"
        (?<period>每(?:半年|年度|年|季度|季|双月|单月|月|半月|旬|周|日|天|两年|两个?月|[三两]个月|[0-9]+个?(?:月|年|天|日)))(?![个家项名度])
        (?:{EachDay}(?:之|以)?前?|{EachWhich}(?:底前?|末)?)?
        (?:(?:至少|不少于|不低于|最少)?(?:[\p{{IsCJKUnifiedIdeographs}}]{{0,8}}?)(?<times>[一二三四五六七八九十两]{{1,2}}|[0-9]{{1,2}})次(?:以上)?(?:[\p{{IsCJKUnifiedIdeographs}}]{{0,10}}(?=[，。；、]|$))?)?
      | (?<period>一(?:周|月|季度|年))(?<times>一)(?:小|大)?[\p{{IsCJKUnifiedIdeographs}}]{{1,3}}(?=[、，”。]|$)", RegexOptions.IgnorePatternWhitespace)]
    public static partial Regex Rhythm();
}
