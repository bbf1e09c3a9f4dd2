namespace YiyuanSafety.WorkPoints.Directory;

/// <summary>
/// The abbreviations of departments' matters that mean the same department in every county. What may mean another one somewhere
/// (县交通局 and 县交通运输局) is not here: see <see cref="LikelySame"/>.
/// </summary>
internal static class Abbreviations
{
    /// <summary>As they stand in a key: without 和, and with 管理局, 委员会 and the like already shortened.</summary>
    private static readonly (string Full, string Short)[] Known =
    [
        ("住房城乡建设", "住建"), ("人力资源社会保障", "人社"), ("工业信息化", "工信"), ("经济信息化", "经信"), ("发展改革", "发改"), ("卫生健康", "卫健"),
        ("文化旅游", "文旅"), ("医疗保障", "医保"), ("科学技术", "科技"), ("国有资产监管", "国资"), ("林业草原", "林草"), ("城市局", "城管局"), ("综合行政执法", "综合执法"),
        ("教育体育", "教体"), ("经济发展", "经发"), ("民族宗教事务", "民宗"), ("民族宗教", "民宗"), ("交通运输", "交运"), ("自然资源规划", "自规"), ("行政审批服务局", "行政审批局"),
        ("退役军人事务", "退役军人"), ("人民法院", "法院"), ("人民检察院", "检察院"), ("妇女联合会", "妇联"), ("残疾人联合会", "残联"), ("工商业联合会", "工商联"),
        ("供销合作社联合社", "供销社"), ("供销合作社", "供销社"), ("消防救援大队", "消防大队"), ("交通警察", "交警"),
    ];

    /// <summary>A key with every full form in it abbreviated.</summary>
    public static string Apply(string key)
    {
        foreach (var (full, abbreviated) in Known)
            key = key.Replace(full, abbreviated, StringComparison.Ordinal);
        return key;
    }

    /// <summary>
    /// Whether two keys are so alike that they may well name one department: 县交通局 and 县交通运输局, 县文旅局 and 县文化广电旅游局.
    /// The same level and kind, and the shorter's matter begins the longer's and runs through it.
    /// </summary>
    public static bool LikelySame(string one, string other)
    {
        var (shorter, longer) = one.Length < other.Length ? (one, other) : (other, one);
        if (shorter.Length < 4 || shorter.Length == longer.Length || shorter[^1] != longer[^1] || shorter[^1] is not ('局' or '委')
            || !longer.StartsWith(shorter[..2], StringComparison.Ordinal))
            return false;
        var at = 0;
        foreach (var c in longer)
        {
            if (c == shorter[at] && ++at == shorter.Length)
                break;
        }

        return at == shorter.Length;
    }
}
