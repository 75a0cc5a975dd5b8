using PlanRegistry.Records;

namespace PlanRegistry.Server.Documents;

/// <summary>The sentences of uploading and downloading.</summary>
internal static class DocumentWords
{
    public static readonly Text NotUnderstood = new("上传请求不完整，请从页面上传。", "The request is not whole: upload from a page.");

    public static readonly Text TooLarge = new("文件超过50 MB，未保存。", "The file is larger than 50 MiB and was not kept.");

    public static readonly Text Empty = new("文件是空的，未保存。", "The file is empty and was not kept.");

    public static readonly Text CutOff = new("上传中断，文件未保存，请重新上传。", "The upload was cut off and nothing was kept: upload it again.");

    public static readonly Text WrongKind = new(
        "按文件内容判断，这不是PDF、OFD、docx（不含宏）或者图片（PNG、JPEG、TIFF），未保存。",
        "By its content this is no PDF, OFD, docx (without macros) or image (PNG, JPEG, TIFF), and it was not kept.");

    public static readonly Text Refused = new("文件未通过安全检查，未保存。", "The file did not pass the check for viruses and was not kept.");

    public static readonly Text NotChecked = new("安全检查暂时无法进行，文件未保存，请稍后重试或者联系系统管理员。",
        "The file could not be checked for viruses now and was not kept: try again later, or ask the administrator.");

    public static readonly Text NoRoom = new("已上传而未登记的文件太多，请先登记，或者一天后再上传。",
        "Too many files were uploaded and not recorded: record them first, or upload again in a day.");

    public static Text NotStored(string why) => new($"文件无法保存：{why}", $"The file cannot be kept: {why}");

    public static Text OtherHash(string due, string found) => new($"不是同一个文件：校验值应为{due}，所选文件为{found}，未保存。",
        $"This is another file: its SHA-256 is {found} where {due} is due; it was not kept.");

    public static Text AnotherFile(Text document, string recorded, string given) => new(
        $"文件{document.Zh}登记的校验值是{recorded}，不能换成校验值为{given}的电子文件；登记有误的，请先更正，清空校验值和电子文件。",
        $"The document {document.En} has the SHA-256 {recorded} and takes no file with {given}: "
            + "where that was recorded in error, empty hash and file by a correction first.");

    public static Text Missing(Text document) => new($"文件{document.Zh}的电子文件已缺失，请系统管理员运行plan-registry verify。",
        $"The file of {document.En} is missing: the administrator runs plan-registry verify.");

    public static Text Changed(Text document) => new($"文件{document.Zh}的电子文件已被改动，不予下载，请系统管理员运行plan-registry verify。",
        $"The file of {document.En} was changed and is not given out: the administrator runs plan-registry verify.");

    /// <param name="names">The first of them.</param>
    public static Text Orphans(string folder, int count, IReadOnlyList<string> names) => new(
        $"{folder}中有{count}个文件没有任何文件记录指向：{string.Join("、", names)}{(count > names.Count ? "等" : "")}。是否删除由您决定。",
        $"No document names {count} of the files in {folder}: {string.Join(", ", names)}{(count > names.Count ? " and others" : "")}. "
            + "Whether they go is yours to say.");

    public static Text NotUploaded(string sha256) => new($"没有由您上传、校验值为{sha256}的电子文件，请先上传。",
        $"You have uploaded no file with the SHA-256 {sha256}: upload it first.");
}
