namespace YiyuanSafety.WorkPoints.Directory;

/// <summary>Names of departments that every county has: without a place or level they name none in particular.</summary>
internal static class CommonDepartments
{
    private static readonly string[] Matters =
    [
        "公安", "应急", "应急管理", "教育", "教体", "科技", "科学技术", "工信", "经信", "工业和信息化", "经济和信息化", "经发", "经济发展", "民政", "司法", "财政", "人社", "人力资源和社会保障", "自然资源",
        "自然资源和规划", "规划", "生态环境", "环保", "住建", "住房和城乡建设", "住房城乡建设", "建设", "交建", "交通", "交通运输", "水利", "水务", "农业农村", "农业", "商务", "文旅", "文化和旅游", "文体", "卫健",
        "卫生健康", "退役军人事务", "审计", "市场监管", "市场监督管理", "统计", "医保", "医疗保障", "林业", "林草", "林业和草原", "城管", "城市管理", "综合执法", "综合行政执法", "行政审批", "信访", "气象",
        "粮食", "发改", "发展改革", "发展和改革", "消防救援", "税务", "乡村振兴", "机关事务", "数据", "体育", "民宗", "国资", "人防", "民族宗教", "投资促进",
    ];

    private static readonly string[] Kinds = ["局", "委", "委员会", "办", "大队", "支队"];

    private static readonly HashSet<string> Whole =
    [
        .. Matters.SelectMany(matter => Kinds.Select(kind => matter + kind)),
        "宣传部", "组织部", "统战部", "政法委", "编办", "人武部", "总工会", "妇联", "残联", "团委", "工商联", "法院", "检察院", "督查室", "政府办", "政府办公室", "安委办", "融媒体中心", "供销社", "交警大队", "公安交警大队",
    ];

    /// <summary>Whether the name, which carries no level, is such a department's.</summary>
    public static bool Contains(string name) => Whole.Contains(name);
}
