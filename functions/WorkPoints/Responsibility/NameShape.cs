using System.Buffers;

namespace YiyuanSafety.WorkPoints.Responsibility;

/// <summary>Tells by its form whether a run of characters can be the name of a body or a collective term.</summary>
internal static class NameShape
{
    private static readonly SearchValues<char> NeverInNames = SearchValues.Create("，。；：“”《》！？【】〔〕［］[]");

    private static readonly string[] Endings =
    [
        "局", "委", "办", "部", "厅", "院", "所", "站", "队", "署", "处", "科", "室", "中心", "公司", "集团", "委员会", "办公室",
        "政府", "街道", "镇街", "镇", "乡", "区", "县", "市", "旗", "州", "盟", "村", "园", "园区", "学校", "大学", "银行", "协会", "学会", "商会", "联合会",
        "工会", "妇联", "科协", "残联", "文联", "侨联", "工商联", "机关", "单位", "部门", "企业", "组织", "分局", "联社", "指挥部",
        "专班", "工作组", "小组", "专委会", "安委会", "管委会", "委会", "基地", "电台", "台", "报社", "供销社", "合作社", "联合社", "信用社", "农信社", "农商行", "支行", "红十字会", "贸促会", "慈善总会", "中学", "小学", "幼儿园", "党校", "馆", "社区", "法庭", "军分区", "武装部", "监委",
        "办事处", "派出所", "林场", "农场", "港", "口岸", "海关", "厂", "矿", "段", "行业", "领域", "各地", "属地", "层级", "机构", "总社", "支局", "苏木", "片", "级",
    ];

    private static readonly SearchValues<char> LastCharacters = SearchValues.Create([.. Endings.Select(ending => ending[^1]).Distinct()]);

    private static readonly SearchValues<string> GroupWords = SearchValues.Create(
    [
        "各", "有关", "相关", "部门", "成员单位", "属地", "乡镇", "镇街", "街镇", "镇乡", "区县", "县区", "市县", "所有", "全体", "其他", "其它", "企业", "所属",
    ], StringComparison.Ordinal);

    private static readonly HashSet<string> BareTerms =
    [
        "部门", "单位", "部门单位", "部门和单位", "部门及单位", "镇", "乡", "街道", "镇和街道", "街道和镇", "开发区", "园区", "行业", "社区", "村", "村居", "机关",
        "机构", "组织", "片区", "级政府", "政府", "市", "县", "区", "乡镇", "人民政府", "乡镇人民政府", "镇政府", "乡镇政府", "街道办事处", "单位和部门", "地", "地区",
    ];

    /// <summary>Whether the name ends as names of bodies and collective terms do, and no bracket in it lacks its other half. A closing bracket counts with
    /// what stands before it.</summary>
    public static bool EndsLikeBody(string name)
    {
        var text = WithoutFinalBracket(name);
        if (text.Length == 0 || !LastCharacters.Contains(text[^1]) || !BracketsMatch(name))
            return false;
        foreach (var ending in Endings)
        {
            if (text.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    /// <summary>Whether a character often begins the name of a body.</summary>
    public static bool StartsLikeBody(char c) => c is '县' or '区' or '市' or '省' or '州' or '旗' or '镇' or '各' or '团' or '国' or '驻' or '中';

    /// <summary>Whether the run can be a name: at least two characters, ends like a body, holds no sentence marks and no label.</summary>
    public static bool IsPlausible(string name) =>
        name.Length is >= 2 and <= 40
        && EndsLikeBody(name)
        && name.AsSpan().IndexOfAny(NeverInNames) < 0
        && !name.StartsWith('的') && !name.StartsWith('和')
        && !NamesBehindBy(name)
        && !RoleLabel.TryReadStated(name, 0, name.Length, out _);

    /// <summary>Whether the run tells a name behind 由, as 日常监管由县应急局 does, and so is none itself.</summary>
    public static bool NamesBehindBy(string name)
    {
        var by = name.IndexOf('由', 1);
        return by > 0 && by + 2 < name.Length && StartsLikeBody(name[by + 1]);
    }

    /// <summary>Whether 等 stands in the run as "and others", which ends a name; in 高等学校 or 平等街道 it does not.</summary>
    public static bool HasEtCetera(string name)
    {
        var at = name.IndexOf('等', 1);
        return at > 0 && name[at - 1] is not ('高' or '中' or '初' or '平' or '同');
    }

    /// <summary>Whether a name is a collective term (各有关部门) and not a named body.</summary>
    public static bool IsGroup(string name)
    {
        var text = WithoutFinalBracket(name);
        if (text.StartsWith('各') || BareTerms.Contains(text))
            return true;
        return text.AsSpan().ContainsAny(GroupWords) || text.EndsWith("单位", StringComparison.Ordinal);
    }

    /// <summary>Whether the run is a collective noun without anything that tells whose, such as 单位 or 街道.</summary>
    public static bool IsBare(string name) => BareTerms.Contains(WithoutFinalBracket(name));

    private static bool BracketsMatch(string text)
    {
        var depth = 0;
        foreach (var c in text)
        {
            depth += c == '（' ? 1 : c == '）' ? -1 : 0;
            if (depth < 0)
                return false;
        }

        return depth == 0;
    }

    private static string WithoutFinalBracket(string name)
    {
        if (!name.EndsWith('）'))
            return name;
        var open = name.LastIndexOf('（');
        return open > 0 ? name[..open] : name;
    }
}
