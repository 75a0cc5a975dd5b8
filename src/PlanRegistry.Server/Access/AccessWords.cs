using PlanRegistry.Access;
using PlanRegistry.Ledger;
using PlanRegistry.Records;

namespace PlanRegistry.Server.Access;

/// <summary>The sentences of accounts and signing in.</summary>
internal static class AccessWords
{
    /// <summary>One for every failure: nobody learns which names there are.</summary>
    public static readonly Text NotSignedIn = new("姓名或密码不正确，或尝试次数过多。请核对后稍候再试；忘记密码请联系系统管理员。",
        "Name or password is wrong, or there were too many attempts. Check both and try again in a while; "
            + "an administrator renews a forgotten password.");

    public static readonly Text LinkIsGone = new("此链接已使用、已过期或不完整，请向系统管理员索取新的链接。",
        "This link was used, has expired or is not whole: ask the administrator for a new one.");

    public static readonly Problem NoLink = new(ProblemCode.NotAllowed, LinkIsGone, []);

    public static readonly Text Busy = new("登录服务繁忙，请稍候再试。", "Signing in is busy; try again in a moment.");

    public static readonly Text SessionIsOver = new("登录已失效，请重新登录。", "You are no longer signed in; sign in again.");

    public static readonly Text TokenIsOver = new("令牌无效、已过期或已停用。", "The token is not known, has expired or was revoked.");

    public static readonly Text ForeignOrigin = new("该请求不是由本系统的页面发出的，已拒绝。",
        "The request was not sent by a page of this registry, and is refused.");

    public static readonly Text DemonstrationIsLocal = new("演示数据库只在本机使用，不接受转发的请求。",
        "A demonstration is used on its own machine: forwarded requests are refused.");

    public static readonly Text ProviderIsAway = new("统一认证暂时无法使用，请稍候再试，或者用姓名和密码登录。",
        "The provider cannot be reached; try again in a moment, or sign in by name and password.");

    public static readonly Text ProviderFailed = new("统一认证没有完成，请返回重新登录。",
        "Signing in by the provider was not completed; go back and sign in again.");

    public static Text Unlinked(string subject) => new($"请联系系统管理员关联账户，并告知统一认证标识“{subject}”。",
        $"Ask the administrator to link your account, and tell the id at the provider: \"{subject}\".");

    public static readonly Problem NoProvider = new(ProblemCode.NotAllowed,
        new("本服务没有设置统一认证。", "No provider is set for this server."), ["subject"]);

    public static readonly Problem SubjectTaken = new(ProblemCode.Duplicate,
        new("该统一认证标识已关联其他账户，请先取消关联。", "This id is linked to another account already: end that link first."), ["subject"]);

    public static readonly Problem AlreadyLinked = new(ProblemCode.Duplicate,
        new("该账户已关联统一认证，请先取消关联。", "This account is linked already: end that link first."), ["account"]);

    public static readonly Problem NotLinked = new(ProblemCode.UnknownRecord,
        new("该账户没有关联统一认证。", "This account is not linked."), ["account"]);

    public static readonly Text SignInFirst = new("请先登录。", "Sign in first.");

    /// <summary>One text for what is not there and what may not be seen.</summary>
    public static readonly Text NotTheirs = new("没有该内容，或不在您的范围内。", "There is no such thing, or it is not yours to see.");

    /// <summary>The password was right: a code is wanted.</summary>
    public static readonly Text CodeNeeded = new("请输入动态口令。", "Enter the code of your device.");

    public static readonly Problem FactorIsSet = new(ProblemCode.NotAllowed,
        new("已启用动态口令；更换设备请联系系统管理员停用后重新设置。",
            "There is a second factor already; an administrator takes it away when the device changes."), []);

    public static readonly Problem WrongPasswordHere = new(ProblemCode.InvalidValue,
        new("密码不正确。", "The password is wrong."), ["password"]);

    public static readonly Problem TriedTooOften = new(ProblemCode.NotAllowed,
        new("密码错误次数过多，请稍后再试。", "Too many wrong passwords: try again later."), []);

    public static readonly Problem WrongCode = new(ProblemCode.InvalidValue,
        new("动态口令不正确或已使用，请用设备上最新的口令。", "The code is wrong or was used: take the newest of your device."), ["code"]);

    public static readonly Problem NoFactor = new(ProblemCode.UnknownRecord,
        new("该账户没有启用动态口令。", "This account has no second factor."), ["account"]);

    public static readonly Text FactorIsMissing = new("您的角色须启用动态口令，请先在“本人账户”页设置。",
        "Your role needs a second factor: set it up on the page of your account first.");

    public static readonly Text PasswordIsOver = new("您的密码已过有效期，请先在“本人账户”页修改密码。",
        "Your password has expired: change it on the page of your account first.");

    public static readonly Text GrantIsMissing = new("您的账户待安全管理员授予角色。",
        "Your account waits for the security administrator to grant its role.");

    public static readonly Problem NotToOneself = new(ProblemCode.NotAllowed,
        new("不能给本人授予角色。", "Nobody grants a role to themselves."), ["account"]);

    public static readonly Problem PostOfOthers = new(ProblemCode.InvalidValue,
        new("只有系统管理员角色（ADMIN）有管理岗位。", "Only an administrator (ADMIN) has a post."), ["post"]);

    public static readonly Problem PostNeeded = new(ProblemCode.InvalidValue,
        new("三员分立，管理员账户须写明岗位：系统管理、安全管理或者安全审计。",
            "The three administrators are apart: name the post, SYSTEM, SECURITY or AUDIT."), ["post"]);

    public static Problem HasOtherPost(Account other) => new(ProblemCode.SamePerson,
        new($"“{other.Name}”已在{Terms.Of(other.Post!.Value).Zh}岗位，三个岗位须由三人分别担任。",
            $"\"{other.Name}\" has the post {Names.Of(other.Post.Value)} already: the three posts are three persons'."), ["post"]);

    public static Problem LastOfPost(AdminPost post) => new(ProblemCode.NotAllowed,
        new($"这是{Terms.Of(post).Zh}岗位的最后一个账户；三员分立，须先另设一个。",
            $"This is the last account in the post {Names.Of(post)}; the three administrators are apart, "
                + "so make another one first."), ["account"]);

    public static readonly Problem NoProgramAdministrates = new(ProblemCode.NotAllowed,
        new("三员分立，不为系统管理员角色签发令牌。", "The three administrators are apart: no token has the role ADMIN."), ["role"]);

    public static Problem TooFewKinds(int kinds) => new(ProblemCode.InvalidValue,
        new($"密码须含小写字母、大写字母、数字、其他字符中的至少{kinds}类。",
            $"A password has characters of at least {kinds} kinds: small letters, capitals, digits, others."), ["password"]);

    public static Problem UsedBefore(int history) => new(ProblemCode.InvalidValue,
        history == 1 ? new("新密码不得与现用密码相同。", "The new password is the present one: choose another.")
            : new($"新密码不得与最近{history}次用过的相同。", $"The new password is one of the last {history}: choose another."), ["password"]);

    public static Problem TooShort(int length) => new(ProblemCode.InvalidValue,
        new($"密码至少{length}个字符。", $"A password has at least {length} characters."), ["password"]);

    public static readonly Problem TooLong = new(ProblemCode.InvalidValue,
        new("密码不得超过128个字符。", "A password has at most 128 characters."), ["password"]);

    public static readonly Problem TooSimple = new(ProblemCode.InvalidValue,
        new("密码过于简单：不得为同一字符的重复、连续的字符或包含姓名。",
            "The password is too simple: no repetition of one character, no row of neighbours, and not the name."), ["password"]);

    public static readonly Problem WrongPassword = new(ProblemCode.InvalidValue,
        new("原密码不正确。", "The old password is wrong."), ["oldPassword"]);

    public static Problem NameTaken(string name) => new(ProblemCode.Duplicate,
        new($"已有账户“{name}”，请在姓名后加以区分，如“{name}（办公室）”。",
            $"There is an account \"{name}\" already: add something to tell the two apart."), ["name"]);

    public static readonly Problem NoName = new(ProblemCode.InvalidValue, new("请填写姓名。", "A name is needed."), ["name"]);

    public static Problem UnknownDistrict(string district) => new(ProblemCode.UnknownDistrict,
        new($"登记册中没有行政区{district}。", $"The registry has no district {district}."), ["district"]);

    public static readonly Problem AgencyNeeded = new(ProblemCode.InvalidValue,
        new("编制部门的账户须写明单位。", "An account of a department needs its agency."), ["agency"]);

    public static Problem UnknownAgency(string agency) => new(ProblemCode.UnknownRecord,
        new($"没有单位“{agency}”，请先登记单位。", $"There is no agency \"{agency}\"; register it first."), ["agency"]);

    public static readonly Problem NoSuchRole = new(ProblemCode.InvalidValue,
        new("该角色不能授予账户。", "No account can have this role."), ["role"]);

    public static readonly Problem UnknownAccount = new(ProblemCode.UnknownRecord,
        new("没有该账户，或不在您的范围内。", "There is no such account, or it is not yours to see."), ["account"]);

    public static readonly Problem NoSuccessor = new(ProblemCode.UnknownRecord,
        new("接手的账户须为在用的另一个账户。", "Who takes over is another account that has not ended."), ["successor"]);

    public static readonly Problem UnknownToken = new(ProblemCode.UnknownRecord,
        new("没有该令牌，或不在您的范围内。", "There is no such token, or it is not yours to see."), ["token"]);

    public static readonly Problem LastAdmin = new(ProblemCode.NotAllowed,
        new("这是最后一个系统管理员，不能停用。", "This is the last administrator, who cannot be ended."), ["account"]);

    public static readonly Problem OutsideDistrict = new(ProblemCode.NotAllowed,
        new("只能管理本行政区及其下级的账户。", "Accounts are managed in one's own district and those below it."), ["district"]);

    public static readonly Problem WrongExpiry = new(ProblemCode.InvalidValue,
        new("有效期须在今天之后、一年之内。", "A token ends after today and within a year."), ["expiresOn"]);
}
