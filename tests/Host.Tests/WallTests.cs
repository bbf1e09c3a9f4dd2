using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using YiyuanSafety.Drafting.Papers;
using YiyuanSafety.WorkPoints;

namespace YiyuanSafety.Host.Tests;

/// <summary>The walls of the design: data goes one way, and understanding and drafting touch no file, clock or environment.</summary>
public sealed class WallTests
{
    private static readonly string[] Forbidden =
    [
        "System.IO.File", "System.IO.Directory", "System.IO.FileInfo", "System.IO.DirectoryInfo", "System.IO.FileStream",
        "System.Diagnostics.Process", "System.Random", "System.Net.Http.HttpClient", "System.Console",
    ];

    [Theory]
    [InlineData(typeof(WorkPointsParser))]
    [InlineData(typeof(PaperSet))]
    public void Understanding_and_drafting_touch_no_file_and_no_environment(Type type)
    {
        var (types, members) = References(type);
        Assert.DoesNotContain(types, Forbidden.Contains);

        // Iterators ask for the current thread; nothing else of the environment may be looked at.
        Assert.DoesNotContain(members, member => member.StartsWith("System.Environment.", StringComparison.Ordinal) && member is not ("System.Environment.get_CurrentManagedThreadId" or "System.Environment.get_NewLine"));
        Assert.DoesNotContain(members, member => member is "System.DateTime.get_Now" or "System.DateTime.get_UtcNow" or "System.DateTime.get_Today" or "System.DateTimeOffset.get_Now" or "System.DateTimeOffset.get_UtcNow" or "System.Guid.NewGuid");
    }

    [Fact]
    public void Each_stage_knows_only_those_before_it()
    {
        Assert.DoesNotContain(typeof(WorkPointsParser).Assembly.GetReferencedAssemblies(), name => name.Name?.StartsWith("YiyuanSafety", StringComparison.Ordinal) == true);
        Assert.Equal(["YiyuanSafety.WorkPoints"], typeof(PaperSet).Assembly.GetReferencedAssemblies().Select(name => name.Name ?? "").Where(name => name.StartsWith("YiyuanSafety", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_ledger_knows_the_tasks_and_nothing_of_papers_pages_or_the_host() =>
        Assert.Equal(["YiyuanSafety.WorkPoints"], typeof(Ledger.LedgerContext).Assembly.GetReferencedAssemblies().Select(name => name.Name ?? "")
            .Where(name => name.StartsWith("YiyuanSafety", StringComparison.Ordinal) || name.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.StartsWith("Azure", StringComparison.Ordinal)));

    [Fact]
    public void The_ledger_asks_for_no_time_of_its_own()
    {
        var (_, members) = References(typeof(Ledger.LedgerContext));
        Assert.DoesNotContain(members, member => member is "System.DateTime.get_Now" or "System.DateTime.get_UtcNow" or "System.DateTimeOffset.get_Now" or "System.DateTimeOffset.get_UtcNow" or "System.Guid.NewGuid");
    }

    private static (List<string> Types, List<string> Members) References(Type type)
    {
        using var stream = File.OpenRead(type.Assembly.Location);
        using var assembly = new PEReader(stream);
        var metadata = assembly.GetMetadataReader();
        var types = metadata.TypeReferences.Select(handle => Name(metadata, handle)).ToList();
        var members = metadata.MemberReferences
            .Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference)
            .Select(member => Name(metadata, (TypeReferenceHandle)member.Parent) + "." + metadata.GetString(member.Name))
            .ToList();
        Assert.Contains("System.Object", types);
        return (types, members);
    }

    private static string Name(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        return metadata.GetString(type.Namespace) + "." + metadata.GetString(type.Name);
    }
}
