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
        ("供销合作社联合社", "供销社"), ("供销合作社", "供销社"), ("消防救援大队", "消防大队"), ("交通警察", "交警"), ("公安局交警大队", "交警大队"),
        ("人民武装部", "人武部"), ("科技协会", "科协"), ("编委办", "编办"), ("公路事业发展中心", "公路中心"), ("文化广电旅游", "文广旅"), ("资规局", "自规局"),
        ("镇政府", "镇"), ("乡政府", "乡"), ("街道办", "街道"),
    ];

    /// <summary>Matters that one department has in most counties, and another one in some.</summary>
    private static readonly string[][] Likely =
    [
        ["交通", "交运"], ["农业", "农业农村"], ["教育", "教体"], ["文旅", "文广旅", "文体旅", "文化体育旅游"], ["自然资源", "自规"], ["水利", "水务"], ["环保", "生态环境"],
        ["安监", "应急"], ["林业", "林草"], ["城管", "综合执法", "城市综合执法", "城管综合执法"], ["工信", "经信", "工业"], ["畜牧", "畜牧兽医"], ["国资", "财政国资"], ["粮食", "粮食物资储备"],
    ];

    /// <summary>A key with every full form in it abbreviated.</summary>
    public static string Apply(string key)
    {
        foreach (var (full, abbreviated) in Known)
            key = key.Replace(full, abbreviated, StringComparison.Ordinal);
        return key;
    }

    /// <summary>
    /// Whether two abbreviated keys may well name one department: 县交通局 and 县交运局, 县发改局 and 县发改委. They have the same level, and the same
    /// kind or the same matter.
    /// </summary>
    public static bool LikelySame(string one, string other)
    {
        if (one == other || one.Length < 4 || other.Length < 4 || one[0] != other[0] || one[^1] is not ('局' or '委') || other[^1] is not ('局' or '委'))
            return false;
        var (matter, otherMatter) = (one[1..^1], other[1..^1]);
        return matter == otherMatter || (one[^1] == other[^1] && Array.Exists(Likely, same => same.Contains(matter) && same.Contains(otherMatter)));
    }
}
