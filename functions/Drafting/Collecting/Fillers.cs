using YiyuanSafety.Drafting.Collecting.Grids;

namespace YiyuanSafety.Drafting.Collecting;

/// <summary>What people put into a cell so that it is not empty: 无, 暂无, /, —, -. It counts as blank. 同上 says something, and is none.</summary>
internal static class Fillers
{
    private const string Signs = "/\\|-—–―─_.。,，、·";

    /// <summary>Whether a cell says nothing.</summary>
    public static bool Is(GridCell cell) =>
        cell.Kind == GridKind.Text && cell.Text.Length <= 20 && Half.Bare(cell.Text) is var text && text.AsSpan().Trim(Signs) is "" or "无" or "暂无";
}
