namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>
/// Tells the joiners 会同, 联合, 同, 商 from the names that begin with or hold the same characters: 县应急局商县财政局 is two bodies,
/// 商城县公路局 and 开发区商务局 are one each.
/// </summary>
/// <param name="text">The whole clause.</param>
/// <param name="isKnown">Whether a name stands in the directory.</param>
internal sealed class ClauseJoiners(string text, Predicate<string> isKnown)
{
    private const int LongestName = 40;

    // All places of county level whose name begins with a joiner and goes on like a body (商 + 州…), or is a joiner and a level.
    private static readonly string[] Places = ["商州区", "商城县", "商南县", "商水县", "商河县", "商都县", "商洛市", "商丘市", "同心县", "同江市", "同仁市", "同仁县", "同德县", "同安区"];

    private const string HuiTong = "会同县";

    // What begins a name that stands by itself behind a joiner: collective words, and the fields of departments whose level is dropped (商财政局).
    private static readonly string[] Openings =
    [
        "有关", "相关", "所有", "其他", "其它", "乡镇", "镇街", "街道", "属地", "上级", "本级", "成员", "安委", "安办",
        "公安", "财政", "应急", "住建", "住房", "发改", "发展", "教育", "教体", "民政", "司法", "人社", "人力", "自然", "生态", "交通", "交警", "水利", "水务",
        "农业", "文化", "文旅", "文广", "卫生", "卫健", "市场", "统计", "审计", "税务", "气象", "消防", "工信", "工业", "林业", "科技", "体育", "医保",
        "信访", "国资", "粮食", "能源", "乡村", "综合", "城管", "城市", "检察", "法院", "组织部", "宣传", "统战", "政法", "编办", "纪委", "监委", "妇联", "残联",
    ];

    // Words and trade names that the short joiners begin.
    private const string AfterTrade = "务业贸会城品标行投场圈铺旅";
    private const string AfterSame = "济仁心创兴盟乐德江安里福和方庆利泰";
    private static readonly string[] AfterUnited = ["会", "社", "党", "体", "总", "工", "国", "大学", "执法", "指挥", "检查", "支部", "学校", "收割"];

    private const string PlaceEndings = "区县市旗州盟镇乡村道园港";

    /// <summary>Whether a joiner stands where a chunk begins, and surely is one; else the chunk should be tried as a name first.</summary>
    /// <param name="i">Where the chunk begins.</param>
    /// <param name="after">Behind the joiner.</param>
    /// <param name="end">Where the chunk ends.</param>
    /// <param name="before">What has been read before it.</param>
    public bool Begins(int i, int after, int end, List<ClauseEvent> before)
    {
        if (Starts("会同", i, end))
            return !(Starts(HuiTong, i, end) && IsPlaceHere(before));
        return !StartsAny(Places, i, end) && OpensBody(after, end);
    }

    /// <summary>Whether the joiner behind a name parts it from another.</summary>
    /// <param name="i">Where the joiner begins.</param>
    /// <param name="after">Behind the joiner.</param>
    /// <param name="end">Where the chunk ends.</param>
    /// <param name="name">The name before it; empty where a verb or 等 stands before it.</param>
    public bool Parts(int i, int after, int end, ReadOnlySpan<char> name)
    {
        if (Starts("会同", i, end))
            return true;
        if (StartsAny(Places, i, end))
            return false;
        if (OpensBody(after, end))
            return true;
        return (name.IsEmpty || !PlaceEndings.Contains(name[^1], StringComparison.Ordinal)) && !IsWord(i, after, end);
    }

    // 会同 without anybody before it to join, or where the clause has named the county already.
    private bool IsPlaceHere(List<ClauseEvent> before) =>
        before is [] or [.., { Kind: EventKind.Label }] || before.Exists(e => e.Kind == EventKind.Name && Starts(HuiTong, e.Start, e.End));

    private bool IsWord(int i, int after, int end) => after < end && text[i] switch
    {
        '商' => AfterTrade.Contains(text[after], StringComparison.Ordinal),
        '同' => AfterSame.Contains(text[after], StringComparison.Ordinal),
        _ => StartsAny(AfterUnited, after, end),
    };

    private bool OpensBody(int i, int end)
    {
        if (i >= end)
            return false;
        if (NameShape.StartsLikeBody(text[i]) || StartsAny(Openings, i, end) || StartsAny(Places, i, end))
            return true;
        for (var stop = i + 2; stop <= Math.Min(end, i + LongestName); stop++)
        {
            if (isKnown(text[i..stop]))
                return true;
        }

        return false;
    }

    private bool StartsAny(string[] words, int i, int end)
    {
        foreach (var word in words)
        {
            if (Starts(word, i, end))
                return true;
        }

        return false;
    }

    private bool Starts(string word, int i, int end) =>
        i + word.Length <= end && string.CompareOrdinal(text, i, word, 0, word.Length) == 0;
}
