using System.Buffers;

namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>What a label in front of a colon announces, such as 牵头单位： or 完成时限：.</summary>
internal enum LabelKind
{
    /// <summary>Bodies in <see cref="RoleLabel.Role"/>.</summary>
    Bodies,

    /// <summary>A date or rhythm.</summary>
    Deadline,

    /// <summary>Persons, who are no parties.</summary>
    Persons,
}

/// <summary>A label of a responsibility clause.</summary>
/// <param name="Kind">What it announces.</param>
/// <param name="Role">The role of the bodies it announces.</param>
/// <param name="Start">Position of its first character.</param>
/// <param name="End">Position after its colon.</param>
internal readonly record struct RoleLabel(LabelKind Kind, PartyRole Role, int Start, int End)
{
    // Longer words first: 牵头责任 must not be read as 责任.
    private static readonly (string Word, PartyRole Role)[] Words =
    [
        ("牵头", PartyRole.Lead), ("主责", PartyRole.Lead), ("主办", PartyRole.Lead),
        ("责任", PartyRole.Responsible), ("落实", PartyRole.Responsible), ("承办", PartyRole.Responsible),
        ("实施", PartyRole.Responsible), ("执行", PartyRole.Responsible), ("完成", PartyRole.Responsible), ("负责", PartyRole.Responsible),
        ("配合", PartyRole.Cooperating), ("协同", PartyRole.Cooperating), ("协助", PartyRole.Cooperating), ("协办", PartyRole.Cooperating),
        ("参与", PartyRole.Cooperating), ("参加", PartyRole.Cooperating), ("会同", PartyRole.Cooperating),
        ("指导", PartyRole.Guiding), ("督促", PartyRole.Guiding), ("督导", PartyRole.Guiding), ("监督", PartyRole.Guiding),
        ("督办", PartyRole.Guiding), ("监管", PartyRole.Guiding),
    ];

    private static readonly string[] Qualifiers = ["主要", "具体", "分工", "各"];

    private static readonly string[] Nouns = ["单位", "部门", "主体", "处室", "科室", "股室", "机构"];

    private static readonly string[] PersonNouns = ["领导", "人", "人员", "同志"];

    private static readonly string[] DeadlineWords =
    [
        "完成时限", "完成时间", "完成期限", "时限要求", "时间要求", "时间节点", "整改时限", "办结时限", "办理时限",
        "工作时限", "时间安排", "时限", "完成日期",
    ];

    // Most positions of a text cannot begin a label; this tells so at once.
    private static readonly SearchValues<char> FirstCharacters = SearchValues.Create(
        [.. Words.Select(word => word.Word[0]).Concat(Qualifiers.Select(word => word[0])).Concat(DeadlineWords.Select(word => word[0])).Distinct()]);

    /// <summary>
    /// Reads <c>label = { qualifier } word { ["（"] word ["）"] } noun ["及" …] ("：" | "】")</c> at a position of width-folded text;
    /// an opening 【, white space or the mark of a list item before it belongs to the label.
    /// </summary>
    public static bool TryRead(string text, int position, int end, out RoleLabel label) => TryRead(text, position, end, false, out label);

    /// <summary>
    /// As <see cref="TryRead(string, int, int, out RoleLabel)"/>, and also where a word or nothing stands for the colon:
    /// 牵头单位为县应急局, 牵头单位县应急局. Only inside a clause; elsewhere such words are prose.
    /// </summary>
    public static bool TryReadStated(string text, int position, int end, out RoleLabel label) => TryRead(text, position, end, true, out label);

    private static bool TryRead(string text, int position, int end, bool stated, out RoleLabel label)
    {
        label = default;
        var i = position;
        while (i < end && (text[i] == '【' || IsMark(text[i])))
            i++;
        if (i >= end || !FirstCharacters.Contains(text[i]))
            return false;
        var start = i;
        foreach (var word in DeadlineWords)
        {
            if (Matches(text, i, end, word) && TryColon(text, i + word.Length, end, stated, out var after))
            {
                label = new RoleLabel(LabelKind.Deadline, default, start, after);
                return true;
            }
        }

        SkipAny(text, ref i, end, Qualifiers);
        if (!TryWord(text, ref i, end, out var role))
            return false;

        // 责任（配合）单位, 牵头责任单位: the first word decides.
        while (true)
        {
            var next = i;
            if (next < end && text[next] is '（' or '、' or '和' or '及' or '/')
                next++;
            if (!TryWord(text, ref next, end, out _))
                break;
            i = next < end && text[next] == '）' ? next + 1 : next;
        }

        var kind = LabelKind.Bodies;
        if (!SkipAny(text, ref i, end, Nouns))
        {
            if (!SkipAny(text, ref i, end, PersonNouns))
                return false;
            kind = LabelKind.Persons;
        }

        if (stated && kind == LabelKind.Bodies && i < end && text[i] is '县' or '市' or '区' or '省' or '州' or '旗')
        {
            label = new RoleLabel(kind, role, start, i);
            return true;
        }

        // 责任单位及责任人, 责任单位（部门）: still bodies.
        var limit = Math.Min(end, i + 8);
        while (i < limit && text[i] is not ('：' or '】' or '，' or '、' or '。' or '；') && (text[i] is '（' or '）' or '及' or '和' or '责' or '任' or '人' or '部' or '门' or '单' or '位' or ' '))
            i++;
        if (!TryColon(text, i, end, stated, out var colon))
            return false;
        label = new RoleLabel(kind, role, start, colon);
        return true;
    }

    /// <summary>The role that a table heading or a bare word names, such as 牵头单位 or 责任（配合）单位.</summary>
    public static bool TryReadHeading(string heading, out RoleLabel label) => TryRead(heading + "：", 0, heading.Length + 1, out label);

    /// <summary>Whether the character sets a label off and belongs to no text: white space, emphasis, the mark of a list item.</summary>
    public static bool IsMark(char c) => c is '*' or '-' or '•' or '·' or '●' or '◆' or '■' or '▪' or '➢' || char.IsWhiteSpace(c);

    private static bool TryWord(string text, ref int i, int end, out PartyRole role)
    {
        foreach (var (word, wordRole) in Words)
        {
            if (Matches(text, i, end, word))
            {
                i += word.Length;
                role = wordRole;
                return true;
            }
        }

        role = default;
        return false;
    }

    private static bool TryColon(string text, int i, int end, bool stated, out int after)
    {
        while (i < end && (text[i] is '】' or '*' || char.IsWhiteSpace(text[i])))
        {
            // 【责任单位】 needs no colon.
            if (text[i] == '】' && (i + 1 >= end || text[i + 1] != '：'))
            {
                after = i + 1;
                return true;
            }

            i++;
        }

        after = i + 1;
        return i < end && (text[i] == '：' || (stated && text[i] is '为' or '是' && !Matches(text, i, end, "为主")));
    }

    private static bool SkipAny(string text, ref int i, int end, string[] words)
    {
        foreach (var word in words)
        {
            if (Matches(text, i, end, word))
            {
                i += word.Length;
                return true;
            }
        }

        return false;
    }

    private static bool Matches(string text, int i, int end, string word) =>
        i + word.Length <= end && string.CompareOrdinal(text, i, word, 0, word.Length) == 0;
}
