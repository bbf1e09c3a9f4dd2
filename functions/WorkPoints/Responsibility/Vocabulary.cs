using System.Buffers;

namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>The words of responsibility clauses that are no names.</summary>
internal static class Vocabulary
{
    private static readonly (string Word, PartyRole Role)[] Verbs =
    [
        ("为主要责任", PartyRole.Responsible), ("为责任", PartyRole.Responsible), ("负总责", PartyRole.Responsible),
        ("牵头", PartyRole.Lead), ("主责", PartyRole.Lead), ("主办", PartyRole.Lead), ("为主", PartyRole.Lead),
        ("配合", PartyRole.Cooperating), ("协助", PartyRole.Cooperating), ("参与", PartyRole.Cooperating), ("参加", PartyRole.Cooperating),
        ("协同", PartyRole.Cooperating), ("协办", PartyRole.Cooperating), ("协作", PartyRole.Cooperating), ("支持", PartyRole.Cooperating),
        ("指导", PartyRole.Guiding), ("督促", PartyRole.Guiding), ("督导", PartyRole.Guiding), ("监督", PartyRole.Guiding), ("督办", PartyRole.Guiding),
        ("负责", PartyRole.Responsible), ("落实", PartyRole.Responsible), ("实施", PartyRole.Responsible), ("承担", PartyRole.Responsible),
        ("组织", PartyRole.Responsible), ("抓好", PartyRole.Responsible), ("做好", PartyRole.Responsible), ("办理", PartyRole.Responsible),
        ("执行", PartyRole.Responsible), ("承办", PartyRole.Responsible), ("推进", PartyRole.Responsible), ("完成", PartyRole.Responsible),
    ];

    private static readonly string[] Adverbs =
    [
        "分别", "共同", "具体", "分工", "各自", "依法", "联合", "密切", "积极", "全力", "全面", "统筹", "认真", "抓好", "做好", "同时", "组织", "主要", "总", "应邀",
        "在职责范围内", "在各自职责范围内", "齐抓共管", "各司其职", "为", "作为", "是", "共", "抓", "均",
    ];

    private const string Local = "属地";

    private static readonly string[] Measures = ["按照", "依照", "依据", "根据", "结合", "按", "依"];

    private static readonly string[] MeasureNouns =
    [
        "各自", "部门", "单位", "职责", "职能", "分工", "权限", "范围", "任务", "工作", "要求", "规定", "法定", "行业", "领域", "各", "的", "及", "和", "内", "自身",
    ];

    private static readonly string[] Joiners = ["会同", "联合", "同", "商"];

    private static readonly string[] Ands = ["以及", "和", "与", "及", "或"];

    // Most positions of a name begin no word of the grammar; this tells so at once.
    private static readonly SearchValues<char> FirstCharacters = SearchValues.Create(
        [.. Verbs.Select(verb => verb.Word[0]).Concat(Adverbs.Concat(Measures).Concat(Joiners).Concat(Ands).Append(Local).Select(word => word[0])).Distinct()]);

    /// <summary>Whether a joiner, an and, an adverb or a verb may begin with the character.</summary>
    public static bool MayBegin(char c) => FirstCharacters.Contains(c);

    /// <summary>Reads a word that makes what stands before it the lead and what follows cooperating: 会同, 同, 联合.</summary>
    public static bool TryJoiner(string text, int i, int end, out int after) => TryAny(Joiners, text, i, end, out after);

    /// <summary>Reads a word that merely lists: 和, 与, 及, 以及.</summary>
    public static bool TryAnd(string text, int i, int end, out int after) => TryAny(Ands, text, i, end, out after);

    /// <summary>
    /// Reads <c>phrase = [ "属地" ] { adverb | measure } verb { adverb | verb } ["单位" | "部门" | "工作"]</c>; the first verb decides the role.
    /// </summary>
    public static bool TryVerbPhrase(string text, int i, int end, out int after, out PartyRole role)
    {
        role = default;
        after = i;
        var found = false;

        // 各乡镇属地负责: how they answer, and not who. Behind a verb it would be who.
        if (Matches(text, i, end, Local))
            i += Local.Length;
        while (i < end)
        {
            if (TryVerb(text, i, end, out var next, out var verbRole))
            {
                if (!found)
                    role = verbRole;
                found = true;
            }
            else if (!TryMeasure(text, i, end, out next) && !TryAny(Adverbs, text, i, end, out next))
            {
                break;
            }

            i = next;
            if (found)
                after = i;
        }

        if (found && (TryAny(["单位", "部门", "工作", "好"], text, after, end, out var tail)))
            after = tail;
        return found;
    }

    /// <summary>Whether a run says only how, as 按照职责分工 does, and neither who nor in what role.</summary>
    public static bool IsManner(string text, int i, int end)
    {
        while (i < end && (TryMeasure(text, i, end, out var next) || TryAny(Adverbs, text, i, end, out next)))
            i = next;
        return i == end;
    }

    private static bool TryVerb(string text, int i, int end, out int after, out PartyRole role)
    {
        foreach (var (word, verbRole) in Verbs)
        {
            if (Matches(text, i, end, word))
            {
                (after, role) = (i + word.Length, verbRole);
                return true;
            }
        }

        (after, role) = (i, default);
        return false;
    }

    private static bool TryMeasure(string text, int i, int end, out int after)
    {
        if (!TryAny(Measures, text, i, end, out after))
            return false;
        var start = after;
        while (TryAny(MeasureNouns, text, after, end, out var next))
            after = next;
        return after > start;
    }

    private static bool TryAny(string[] words, string text, int i, int end, out int after)
    {
        foreach (var word in words)
        {
            if (Matches(text, i, end, word))
            {
                after = i + word.Length;
                return true;
            }
        }

        after = i;
        return false;
    }

    private static bool Matches(string text, int i, int end, string word) =>
        i + word.Length <= end && string.CompareOrdinal(text, i, word, 0, word.Length) == 0;
}
