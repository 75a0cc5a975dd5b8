using System.CommandLine;
using System.Text.RegularExpressions;
using Text = PlanRegistry.Records.Text;

namespace PlanRegistry.Server.Commands;

/// <summary>
/// The help in Chinese, and what is wrong with a command line. The library has Chinese words of its own, in a satellite that is not found
/// where no culture is known but the invariant one.
/// </summary>
internal static class HelpWords
{
    /// <summary>What commands, arguments and options say of themselves.</summary>
    private static readonly Dictionary<string, string> Chinese = new Text[]
    {
        new("规划登记册（PlanRegistry）：一个行政区的规划，按规则评判，以GraphQL答复。",
            "PlanRegistry（规划登记册）: a district's plans, judged by rule, answered over GraphQL."),
        new("SQLite数据库文件；或者PostgreSQL的主机、数据库、用户和密码文件：Host、Database、Username、Passfile，以分号隔开。",
            "The SQLite file; or PostgreSQL: \"Host=HOST;Database=NAME;Username=USER;Passfile=FILE\"."),
        new("将登记册逐条复制到另一个数据库，并证明两者相同。", "Copies a registry to another database, entry by entry, and proves both equal."),
        new("PostgreSQL：各表分为多少个分区，1至1024，默认64。", "PostgreSQL: into how many parts tables are made, 1 to 1024; 64 by default."),
        new("PostgreSQL：提供服务所用的角色，只能新增、注销记录，不能删除，也不能改动数据库结构。",
            "PostgreSQL: the role that serves; it may add rows and retire them, and neither delete nor change the schema."),
        new("要复制的登记册，写法同--database。", "The registry to copy, as --database names it."),
        new("复制到何处：空的数据库，或者上次中断的数据库。", "Where to: an empty database, or one where a move broke off."),
        new("记入台账的操作人姓名。", "Who stands in the ledger entries."),
        new("提示语言：zh（中文）或者en（英文）。", "zh or en."),
        new("显示帮助", "Show help and usage information"),
        new("显示版本", "Show version information"),
        new("GB/T 2260的六位行政区划代码，如500154。", "Six digits of GB/T 2260, like 500154."),
        new("评判日，如2026-06-30；默认为今天（北京时间）。", "The day, like 2026-06-30; today in Asia/Shanghai by default."),
        new("最后一条台账距今已久或者晚于本机时钟时，确认时钟无误并继续。",
            "Goes on although the last entry is of long ago, or of a time that the clock has not reached."),
        new("建立数据库，或者更新其结构。", "Makes the database, or brings its schema up to date."),
        new("打印一个单位的待办事项：逾期的、7日内和30日内到期的。", "Prints what an agency owes: overdue, due in seven days and in thirty."),
        new("评判所有行政区，供各行政区汇总使用；中断的，再次运行时继续。",
            "Judges all districts, for summaries over them; what broke off goes on when it is run again."),
        new("同时评判几个行政区，1至256，默认为本机的处理器数。",
            "How many districts at once; as many as the machine has processors by default."),
        new("单位：代码、名称或者简称。", "Whose duties: code, name or alias."),
        new("评判一个行政区并列出问题。", "Judges a district and prints its findings."),
        new("排序：SEVERITY（默认，重的在前）、FIRST（先办：逾期未整改的、禁止办理的在前）、URGENCY（限期早的在前）、PLAN、RULE、SINCE（新的在前）。",
            "SEVERITY (the default), FIRST (overdue errors, then blocking), URGENCY (first due), PLAN, RULE or SINCE (latest first)."),
        new("以JSON输出，供程序读取。", "JSON, for programs."),
        new("改为列出改写、撤销、增补了已登记内容或者补录以往事项消除了问题的台账条目及其消除的问题。",
            "In place of the findings: which entries overwrote or withdrew what was recorded, added to an approved list "
                + "or undid findings of days gone by, and which findings each cleared."),
        new("与--corrections同用：自该日起记入的。", "With --corrections: recorded on this day or later."),
        new("与--corrections同用：至该日止记入的。", "With --corrections: recorded on this day or earlier."),
        new("导入一个规划数据包或者工作簿：全部写入一条台账，或者什么都不写。",
            "Imports a district pack or a workbook: all of it in one ledger entry, or nothing."),
        new("一个行政区的数据包，文件夹或者.zip；或者工作簿：.xlsx、.xls、.csv。",
            "A folder or a .zip that holds one district; or a workbook: .xlsx, .xls or .csv."),
        new("工作簿：所属行政区，登记册中只有一个区时可以不写。", "Of a workbook: whose it is; not needed where the registry has one district of that tier."),
        new("工作簿：各行所属目录清单的代码，如SR-2024。", "Of a workbook: the directory list that its rows belong to, like SR-2024."),
        new("工作簿：标题所写的目录清单未登记时，随各条目一并登记。",
            "Of a workbook: registers the directory list that its title names, where it is not registered."),
        new("工作簿：指标表所属规划的代码。", "Of a workbook: the plan that its targets belong to."),
        new("工作簿：确认所列推定事项。", "Of a workbook: confirms what was inferred."),
        new("工作簿：写入无误的行，其余另存为退回表。", "Of a workbook: writes the good rows, and gives the rest back in a workbook beside it."),
        new("只检查各行，说明今天将出现和消除的问题，不写入。", "Checks every row, tells which findings would open and clear today, and writes nothing."),
        new("撤出数据包中没有的记录。", "Retires what the pack lacks."),
        new("改写、撤销已登记内容的理由。", "Why recorded values are overwritten or withdrawn."),
        new("该理由所依据的文件。", "The document that the reason rests on."),
        new("各文件的编码，无法判定时注明：UTF-8、GB18030或者Big5。", "UTF-8, GB18030 or Big5: of every file, where it cannot be told from them."),
        new("将一个行政区导出为规划数据包。", "Writes a district as a pack."),
        new("写入的文件夹或者.zip；不写时为当前目录下的“代码_规划数据包_日期.zip”。",
            "The folder or .zip to write; where none is named, DISTRICT_规划数据包_DAY.zip here."),
        new("按登记册在该时点所知，如2026-06-30T17:30:00+08:00。", "As the registry knew it at this moment, such as 2026-06-30T17:30:00+08:00."),
        new("校验各台账的链、每一行与其条目、各文件的电子文件，以及数据库本身。",
            "Checks the chain of every ledger, every row against its entry, the files of documents, and the database itself."),
        new("此前记下的校验值，HASH或者DISTRICT:HASH；可以发现被截去的末尾。",
            "A head hash noted earlier, HASH or DISTRICT:HASH: notices a tail that was cut."),
        new("工作簿：单元格中的文字所指的单位，写作“文字=单位”；可以写多次。",
            "Of a workbook: which agency a cell's text means, as TEXT=AGENCY; may be given more than once."),
        new("不保留更新前的副本。", "Keeps no copy of the database as it was before."),
        new("将数据库和电子文件写入一个备份文件并校验，不影响使用。",
            "Writes database and documents to one file, while the registry is used, and verifies it."),
        new("写入的.tar文件；或者文件夹，由系统以数据库名和时刻命名。", "The .tar file to write; or a folder, in which it is named by database and moment."),
        new("彻底校验一个备份文件，不恢复。", "Verifies such a file through and through, and restores nothing."),
        new("从备份建立新的登记册，并校验。", "Makes a new registry of a backup, and verifies it."),
        new("由backup写出的文件。", "A file that backup has written."),
        new("截去此后的登记：时刻，如2026-06-30T17:30:00+08:00；或者各台账序号，如“500154:41 500000:7”。",
            "Cuts what came later: a moment, such as 2026-06-30T17:30:00+08:00, or entries, as \"500154:41 500000:7\"."),
        new("备份之后签发的最后一张核验单的编号，见纸质存档；可以写多次。",
            "The last certificate's number that was given after the backup, as on paper; may be given more than once."),
        new("打印台账校验值封存单，签字后归档。", "Prints a sheet of the ledgers' last hashes, to be signed and filed on paper: 台账校验值封存单."),
        new("打印规则：代码、内容、严重程度、依据、生效日期（rules/RULES.md）。",
            "Prints the rules: code, sentence, severity, clause, effective dates (rules/RULES.md)."),
        new("提供网页和GraphQL服务。", "Serves the pages at / and GraphQL at /graphql."),
        new("监听地址；本机以外须有系统管理员账户，并且加密（证书或者代理）。",
            "Where to listen; beyond this machine with an administrator's account and TLS, or behind a proxy."),
        new("演示：样例行政区开州区，每个角色一个账户。", "A demonstration with the sample district 开州区 and an account of each role."),
        new("加密证书：无密码的.pfx，或者含密钥的.pem。", "TLS: a .pfx file without password, or .pem with its key."),
        new("负责加密的代理的IP地址，如10.1.2.3。", "The address of the proxy that ends TLS, like 10.1.2.3."),
        new("访问时所用的域名，如plans.example.gov.cn。", "A name under which it is reached, like plans.example.gov.cn."),
        new("账户：add新增、list列出、grant授予角色、link重发链接、end停用。", "Accounts: add, list, grant, link, end."),
        new("授予账户另一角色和范围。", "Gives an account another role and scope."),
        new("三员分立时管理员的岗位：SYSTEM系统管理、SECURITY安全管理、AUDIT安全审计。",
            "Of an administrator, where the three are apart: SYSTEM, SECURITY or AUDIT."),
        new("新增账户，并给出一次性链接。", "Makes an account, and prints a link that works once."),
        new("姓名，用于登录，并记入台账。", "As the person signs in, and as ledger entries show it."),
        new("角色：REFORM_COMMISSION发改委经办、DEPARTMENT编制部门、FINANCE财政、AUDIT审计、ADMIN系统管理员。",
            "REFORM_COMMISSION, DEPARTMENT, FINANCE, AUDIT, ADMIN."),
        new("编制部门的单位：代码、名称或者简称。", "Of a department: code, name or alias."),
        new("列出账户。", "Lists the accounts."),
        new("账户的姓名。", "Of an account."),
        new("重发链接，用于忘记密码时。", "Prints a new link, for who has forgotten the password."),
        new("停用账户，其连接在两秒内断开。", "Ends an account: its connections are closed within two seconds."),
        new("供其他系统使用的令牌：add签发、list列出、revoke停用。", "Tokens of programs: add, list, revoke."),
        new("签发令牌，内容只显示一次。", "Makes a token, and prints it once."),
        new("系统名称，记入台账。", "Of the program, as ledger entries show it."),
        new("有效期至，一年之内；默认90日。", "The last day, within a year; 90 days from today by default."),
        new("列出令牌。", "Lists the tokens."),
        new("立即停用令牌。", "Revokes a token at once."),
        new("token list列出的标识。", "As token list shows it."),
    }.ToDictionary(t => t.En, t => t.Zh);

    private static readonly (string English, string Chinese)[] Heads =
    [
        (@"^Description:", "说明："), (@"^Usage:", "用法："), (@"^Arguments:", "参数："), (@"^Options:", "选项："), (@"^Commands:", "命令："),
        (@"\[options\]", "[选项]"), (@"\[command\]", "[命令]"), (@"\[default: (.*)\]$", "[默认：$1]"), (@"\(REQUIRED\)", "（必填）"),
    ];

    private static readonly (string Chinese, string English)[] Faults =
    [
        ("没有“$1”这个命令、参数或者选项，--help列出可用的。", "^Unrecognized command or argument '(.*)'."),
        ("须给出$1。", "^Option '(.*)' is required."),
        ("$1须给出一个值。", "^Required argument missing for option: '(.*)'."),
        ("命令$2须给出$1。", "^Required argument '(.*)' missing for command: '(.*)'."),
        ("请给出一个命令，--help列出各命令。", "^Required command was not provided."),
        ("$1只能给出一个值，给出了$2个。", "^Option '(.*)' expects a single argument but (.*) were provided."),
        ("没有“$1”，是否应为下列之一：", "^'(.*)' was not matched. Did you mean one of the following.$"),
    ];

    public static void Tell(Command command)
    {
        foreach (var symbol in command.Options.Cast<Symbol>().Concat(command.Arguments).Append(command))
        {
            symbol.Description = Chinese.GetValueOrDefault(symbol.Description ?? "", symbol.Description ?? "");
        }
        foreach (var child in command.Subcommands)
        {
            Tell(child);
        }
    }

    public static string OfHelp(string help) =>
        string.Join('\n', help.Split('\n').Select(line => Heads.Aggregate(line, (l, h) => Regex.Replace(l, h.English, h.Chinese))));

    public static string OfFault(string message) => Faults.Aggregate(message, (m, f) => Regex.Replace(m, f.English, f.Chinese));
}
