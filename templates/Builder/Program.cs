using YiyuanSafety.Templates;

if (args is not [var folder])
{
    Console.Error.WriteLine("用法：dotnet run --project templates/Builder -- 模板文件夹（如 templates）");
    return 2;
}

foreach (var (file, package) in ShippedTemplates.All)
{
    using var output = File.Create(Path.Combine(folder, file));
    package.Write(output);
    Console.WriteLine($"已写出 {file}");
}

return 0;
