using System.Reflection;

namespace YiyuanSafety.Host.Service;

/// <summary>The version of this program.</summary>
internal static class ProgramVersion
{
    /// <summary>As people write it: 1.2.0.</summary>
    public static string Text { get; } =
        typeof(ProgramVersion).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "";
}
