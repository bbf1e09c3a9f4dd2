namespace YiyuanSafety.Drafting.Papers;

/// <summary>How much it hurts to break a title at each place.</summary>
internal static class TitleWords
{
    private const double Never = 1e6;
    private const double InsideName = 3000;
    private const double InsideWord = 400;
    private const double InsideCitation = 120;
    private const double Between = 30;
    private const double BesideWord = 20;
    private const double BetweenWords = 5;
    private const double Natural = 2;

    // 关于 with its verb belongs to what it governs: a line that ends in 关于切实 or 关于督办 hangs in the air.
    private const double AfterVerb = 8;
    private const double BeforeCitedObject = 4;
    private const int LongestVerb = 6;

    private const string Opening = "《〈（“‘〔(「『【[";
    private const string Closing = "》〉）”’〕)」』】]，。、；：！？·…—%％,.;:!?";

    private static readonly string[] Words =
    [
        "安全生产", "工作要点", "任务分工表", "任务分工", "任务清单", "任务", "工作", "清单", "要点", "实施方案", "实施意见", "工作方案",
        "行动方案", "三年行动", "专项整治", "专项行动", "集中攻坚", "委员会", "办公室", "人民政府", "关于", "印发", "通知", "通报", "意见",
        "会议", "纪要", "挂牌督办", "督办", "提醒", "落实", "情况", "重大", "隐患", "挂牌", "整改", "事项", "风险", "防控", "排查", "治理", "行业",
        "领域", "危险化学品", "道路交通", "交通运输", "建筑施工", "消防", "应急", "管理", "条例", "规定", "责任", "责任制", "体系", "目标",
        "考核", "办法", "细则", "规划", "制度", "年度", "专题", "学习", "教育", "广泛", "开展", "强化", "推动", "加强", "完善", "提升",
        "深入", "扎实", "严格", "严密", "防范", "矿山", "市政", "建设", "企业", "主体", "部门", "单位", "体制", "机制", "监管", "执法",
        "能力", "水平", "基层", "基础", "保障", "重点", "突出", "系统", "推进", "督导", "社会化", "格局", "示范", "创建", "城市", "科技",
        "支撑", "产业", "升级", "技术", "改造", "源头", "工程", "事故", "救援", "培训", "进展", "有关", "做好", "进一步", "切实", "组织",
        "实施", "制定", "调整", "召开", "成员", "名单", "县级", "全县", "生产", "安全",
        "安全生产委员会办公室", "安全生产委员会", "应急管理局", "街道办事处", "切实做好", "进一步加强", "进一步做好", "全面加强", "责任清单", "约谈", "应急预案", "目标责任", "组成人员", "大检查", "有限空间", "烟花爆竹",
        "尾矿库", "安全防范", "征求意见稿", "紧急", "汛期", "期间", "岁末年初", "自然灾害", "森林防火", "特种设备", "第一次", "第二次",
    ];

    /// <summary>Cost of a break in front of each character.</summary>
    public static double[] BreakCosts(string title, IReadOnlyList<string> names)
    {
        var costs = new double[title.Length];
        var cited = 0;
        for (var i = 0; i < title.Length; i++)
        {
            if (i > 0)
                costs[i] = Cost(title, i, cited > 0);
            cited += title[i] is '《' or '“' ? 1 : title[i] is '》' or '”' && cited > 0 ? -1 : 0;
        }

        foreach (var word in Words)
            Mark(title, word, costs, InsideWord);
        foreach (var name in names)
            Mark(title, name, costs, InsideName);
        return costs;
    }

    private static double Cost(string title, int i, bool cited)
    {
        char before = title[i - 1], after = title[i];
        if (char.IsLowSurrogate(after) || after is '\u200D' or '\uFE0F' || before == '\u200D'
            || Opening.Contains(before) || Closing.Contains(after)
            || (char.IsAsciiLetterOrDigit(before) && char.IsAsciiLetterOrDigit(after))
            || (char.IsAsciiDigit(before) && after is '年' or '月' or '日' or '号' or '项' or '个'))
            return Never;
        if (cited)
            return InsideCitation + (after == '的' ? Between : 2 * Seam(title, i));

        // 的 ends a line rather than heads one; 关于 belongs to what follows.
        if (after == '的')
            return title[i - 1] == '》' ? Between : Between + BesideWord;
        if (before == '于' && i > 1 && title[i - 2] == '关')
            return 4 * Between;
        if (title.AsSpan(i).StartsWith("关于"))
            return Natural;
        if (after is '《' or '“')
            return before is '和' or '与' or '及' or '、' ? Between : BeforeCitedObject;
        return before is '》' or '”' or '的' ? Natural : Seam(title, i) + (IsAfterVerb(title, i) ? AfterVerb : 0);
    }

    private static bool IsAfterVerb(string title, int i) =>
        title.AsSpan(Math.Max(0, i - LongestVerb - 2), Math.Min(i, LongestVerb + 2)).Contains("关于", StringComparison.Ordinal);

    private static double Seam(string title, int i)
    {
        var (ends, starts) = (false, false);
        foreach (var word in Words)
        {
            ends |= title.AsSpan(0, i).EndsWith(word);
            starts |= title.AsSpan(i).StartsWith(word);
        }

        return (ends, starts) switch
        {
            (true, true) => BetweenWords,
            (false, false) => Between,
            _ => BesideWord,
        };
    }

    private static void Mark(string title, string word, double[] costs, double cost)
    {
        if (word.Length < 2)
            return;
        for (var at = title.IndexOf(word, StringComparison.Ordinal); at >= 0;
            at = title.IndexOf(word, at + 1, StringComparison.Ordinal))
        {
            for (var i = at + 1; i < at + word.Length; i++)
                costs[i] = Math.Max(costs[i], cost);
            if (cost >= InsideName && at + word.Length < costs.Length && costs[at + word.Length] is Between or BesideWord)
                costs[at + word.Length] = BetweenWords;
        }
    }
}
