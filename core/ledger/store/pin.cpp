// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/ledger/store/pin.h"

#include "core/base/json.h"
#include "core/crypto/hash.h"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cs {
namespace {

namespace fs = std::filesystem;

Error stateError(const std::string& path, const char* why)
{
    return couldNot("CS-PIN-STATE",
        "%1 cannot be used (%2). It remembers the last known state of the ledger; without it a rolled back ledger "
        "could not be told. Repair its permissions, or remove it if it is damaged.",
        {qs(path), qs(why)});
}

bool isWorkspaceId(std::string_view text)
{
    return text.size() == 32 && text.find_first_not_of("0123456789abcdef") == std::string_view::npos;
}

/// It becomes part of a file name.
Status checkWorkspaceId(const std::string& workspace)
{
    if (!isWorkspaceId(workspace))
        return fail(usageError("CS-PIN-WORKSPACE", "\"%1\" is not a workspace id.", {qs(workspace)}));
    return {};
}

Result<std::optional<std::string>> readFile(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        if (errno == ENOENT)
            return std::optional<std::string>();
        return fail(stateError(path, std::strerror(errno)));
    }
    std::string text(std::istreambuf_iterator<char>(file), {});
    if (file.bad())
        return fail(stateError(path, "it cannot be read"));
    return std::optional<std::string>(std::move(text));
}

/// Replaces a file in one step, durable before it returns.
Status writeFile(const std::string& path, std::string_view text)
{
    const std::string temporary = path + ".new";
    const int fd = ::open(temporary.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    if (fd < 0)
        return fail(stateError(path, std::strerror(errno)));
    bool ok = true;
    for (std::size_t at = 0; ok && at < text.size();) {
        const ssize_t wrote = ::write(fd, text.data() + at, text.size() - at);
        ok = wrote > 0 || (wrote < 0 && errno == EINTR);
        at += wrote > 0 ? static_cast<std::size_t>(wrote) : 0;
    }
    ok = ok && ::fsync(fd) == 0;
    const int number = errno;
    ::close(fd);
    if (!ok || ::rename(temporary.c_str(), path.c_str()) != 0)
        return fail(stateError(path, std::strerror(ok ? errno : number)));
    return {};
}

std::string encodeHead(const std::string& workspace, const TreeHead& head)
{
    json::Writer writer;
    writer.beginObject().member("workspace", workspace).member("size", head.size);
    writer.member("root", head.root.hex()).endObject();
    return writer.take();
}

Result<TreeHead> headOf(json::Value value, const std::string& where)
{
    const auto size = value.find("size").integer();
    const auto root = Digest::fromHex(value.find("root").string());
    if (!size || *size < 0 || !root)
        return fail(stateError(where, "its contents are damaged"));
    return TreeHead{*size, *root};
}

Result<TreeHead> decodeHead(const std::string& text, const std::string& workspace, const std::string& where)
{
    json::Document document;
    if (!document.parse(text, {4096, 4}) || document.root().find("workspace").string() != workspace)
        return fail(stateError(where, "its contents are damaged"));
    return headOf(document.root(), where);
}

std::string placeKey(const std::string& place)
{
    return sha256(place).hex().substr(0, 32);
}

void writeHeadMember(json::Writer& writer, const char* name, const std::optional<TreeHead>& head)
{
    writer.key(name);
    if (head)
        writer.string(head->text());
    else
        writer.null();
}

std::string encodeAlarm(const HeadCheck& check)
{
    json::Writer writer;
    writer.beginObject().member("verdict", headVerdictName(check.verdict)).member("place", check.place);
    writer.member("workspace", check.workspace).member("found", check.found.text());
    writeHeadMember(writer, "known", check.known);
    writeHeadMember(writer, "pin", check.pin);
    writeHeadMember(writer, "marker", check.marker);
    writer.key("held");
    if (check.placeHeld)
        writer.string(*check.placeHeld);
    else
        writer.null();
    writer.endObject();
    return writer.take() + '\n';
}

std::optional<TreeHead> optionalHead(json::Value value)
{
    const auto head = TreeHead::fromText(value.string());
    return head ? std::optional(*head) : std::nullopt;
}

Result<HeadCheck> decodeAlarm(const std::string& text, const std::string& where)
{
    json::Document document;
    if (!document.parse(text, {65'536, 4}))
        return fail(stateError(where, "its contents are damaged"));
    const json::Value root = document.root();
    HeadCheck check;
    check.sticky = true;
    const HeadVerdict alarms[] = {HeadVerdict::RollbackAlarm, HeadVerdict::ForkAlarm, HeadVerdict::OtherWorkspaceAlarm};
    const auto* const verdict = std::find_if(std::begin(alarms), std::end(alarms),
        [&](HeadVerdict candidate) { return root.find("verdict").string() == headVerdictName(candidate); });
    const auto found = TreeHead::fromText(root.find("found").string());
    if (verdict == std::end(alarms) || !found)
        return fail(stateError(where, "its contents are damaged"));
    check.verdict = *verdict;
    check.found = *found;
    check.place = root.find("place").string();
    check.workspace = root.find("workspace").string();
    check.known = optionalHead(root.find("known"));
    check.pin = optionalHead(root.find("pin"));
    check.marker = optionalHead(root.find("marker"));
    if (root.find("held").isString())
        check.placeHeld = std::string(root.find("held").string());
    return check;
}

std::optional<TreeHead> larger(const std::optional<TreeHead>& a, const std::optional<TreeHead>& b)
{
    if (!a || !b)
        return a ? a : b;
    return a->size >= b->size ? a : b;
}

/// Judges the found head against one remembered head.
Result<HeadVerdict> judge(
    const TreeHead& known, const TreeHead& found, const std::function<Result<bool>(const TreeHead& older)>& consistent)
{
    if (found.size < known.size)
        return HeadVerdict::RollbackAlarm;
    if (found.size == known.size)
        return found.root == known.root ? HeadVerdict::Ok : HeadVerdict::ForkAlarm;
    CS_TRY(const bool same, consistent(known));
    return same ? HeadVerdict::Ok : HeadVerdict::ForkAlarm;
}

} // namespace

bool isAlarm(HeadVerdict verdict)
{
    return verdict == HeadVerdict::RollbackAlarm || verdict == HeadVerdict::ForkAlarm
        || verdict == HeadVerdict::OtherWorkspaceAlarm;
}

const char* headVerdictName(HeadVerdict verdict)
{
    switch (verdict) {
    case HeadVerdict::Ok:
        return "ok";
    case HeadVerdict::FirstContact:
        return "first-contact";
    case HeadVerdict::PinMissing:
        return "pin-missing";
    case HeadVerdict::RollbackAlarm:
        return "rollback";
    case HeadVerdict::ForkAlarm:
        return "fork";
    case HeadVerdict::OtherWorkspaceAlarm:
        return "other-workspace";
    }
    return "";
}

/// The state folder under its lock. All files in it are read and written through this.
class PinStore::Locked {
public:
    static Result<Locked> take(const std::string& dir)
    {
        std::error_code error;
        fs::create_directories(dir, error);
        if (error)
            return fail(stateError(dir, error.message().c_str()));
        ::chmod(dir.c_str(), 0700);
        for (const char* sub : {"/heads", "/places", "/alarms"})
            if (::mkdir((dir + sub).c_str(), 0700) != 0 && errno != EEXIST)
                return fail(stateError(dir + sub, std::strerror(errno)));
        const int fd = ::open((dir + "/lock").c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
        if (fd < 0)
            return fail(stateError(dir, std::strerror(errno)));
        while (::flock(fd, LOCK_EX) != 0) {
            if (errno == EINTR)
                continue;
            const int number = errno;
            ::close(fd);
            return fail(stateError(dir, std::strerror(number)));
        }
        return Locked(dir, fd);
    }
    ~Locked()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Locked(Locked&& other) noexcept
        : m_dir(std::move(other.m_dir))
        , m_fd(std::exchange(other.m_fd, -1))
    {
    }
    Locked& operator=(Locked&& other) noexcept
    {
        m_dir = std::move(other.m_dir);
        std::swap(m_fd, other.m_fd);
        return *this;
    }

    Result<std::optional<TreeHead>> marker(const std::string& workspace) const
    {
        const std::string path = m_dir + "/heads/" + workspace + ".json";
        CS_TRY(const auto text, readFile(path));
        if (!text)
            return std::optional<TreeHead>();
        CS_TRY(const TreeHead head, decodeHead(*text, workspace, path));
        return std::optional(head);
    }
    Status setMarker(const std::string& workspace, const TreeHead& head)
    {
        return writeFile(m_dir + "/heads/" + workspace + ".json", encodeHead(workspace, head));
    }
    Result<std::optional<std::string>> held(const std::string& place) const
    {
        const std::string path = m_dir + "/places/" + placeKey(place);
        CS_TRY(const auto text, readFile(path));
        if (text && !isWorkspaceId(text->substr(0, text->find('\n'))))
            return fail(stateError(path, "its contents are damaged"));
        return text ? std::optional(text->substr(0, 32)) : std::nullopt;
    }
    Status setHeld(const std::string& place, const std::string& workspace)
    {
        return writeFile(m_dir + "/places/" + placeKey(place), workspace + '\n' + place + '\n');
    }
    std::string alarmPath(const std::string& place) const { return m_dir + "/alarms/" + placeKey(place) + ".json"; }
    Result<std::optional<HeadCheck>> alarm(const std::string& place) const
    {
        CS_TRY(const auto text, readFile(alarmPath(place)));
        if (!text)
            return std::optional<HeadCheck>();
        CS_TRY(HeadCheck check, decodeAlarm(*text, alarmPath(place)));
        return std::optional(std::move(check));
    }
    Status setAlarm(const HeadCheck& check) { return writeFile(alarmPath(check.place), encodeAlarm(check)); }
    void clearAlarm(const std::string& place) { ::unlink(alarmPath(place).c_str()); }

private:
    Locked(std::string dir, int fd)
        : m_dir(std::move(dir))
        , m_fd(fd)
    {
    }
    std::string m_dir;
    int m_fd = -1;
};

PinStore::PinStore(std::string stateDir, SecretPin* secret)
    : m_dir(std::move(stateDir))
    , m_secret(secret)
{
}

Result<std::optional<TreeHead>> PinStore::readSecret(const std::string& workspace) const
{
    if (m_secret == nullptr)
        return std::optional<TreeHead>();
    CS_TRY(const auto text, m_secret->readPin(workspace));
    if (!text)
        return std::optional<TreeHead>();
    CS_TRY(const TreeHead head, decodeHead(*text, workspace, "The pin in the keychain"));
    return std::optional(head);
}

Result<HeadCheck> PinStore::checkHead(const std::string& place, const std::string& workspace, const TreeHead& found,
    const std::function<Result<bool>(const TreeHead& older)>& consistent,
    const std::function<Result<TreeHead>()>& reread)
{
    CS_CHECK(checkWorkspaceId(workspace));
    // The keychain first, outside the lock: it may take long, and other programs want to get on.
    auto secret = readSecret(workspace);
    CS_TRY(Locked state, Locked::take(m_dir));
    HeadCheck check;
    check.place = place;
    check.workspace = workspace;
    check.found = found;
    if (secret)
        check.pin = *secret;
    else
        check.pinUnreadable = secret.error();
    CS_TRY(check.marker, state.marker(workspace));
    CS_TRY(check.placeHeld, state.held(place));
    check.known = larger(check.pin, check.marker);
    // An entry is in the store before it is pinned, and the pin was read before this.
    if (reread && check.known && check.known->size > found.size) {
        CS_TRY(check.found, reread());
    }

    if (check.placeHeld && *check.placeHeld != workspace)
        check.verdict = HeadVerdict::OtherWorkspaceAlarm;
    else if (!check.known)
        check.verdict = HeadVerdict::FirstContact;
    else
        // Both remembered heads must be continued: a planted larger one must not cover a rollback to the smaller.
        for (const auto& known : {check.pin, check.marker})
            if (known && !isAlarm(check.verdict)) {
                CS_TRY(check.verdict, judge(*known, check.found, consistent));
            }
    if (isAlarm(check.verdict)) {
        CS_CHECK(state.setAlarm(check));
        return check;
    }
    CS_TRY(auto earlier, state.alarm(place));
    if (earlier)
        return std::move(*earlier);
    if (check.verdict == HeadVerdict::Ok && secret && !check.pin && m_secret != nullptr)
        check.verdict = HeadVerdict::PinMissing;
    // A copy at a new place that continues what is known is no first contact; the place is remembered.
    if (check.verdict == HeadVerdict::Ok && !check.placeHeld)
        CS_CHECK(state.setHeld(place, workspace));
    return check;
}

Status PinStore::raiseSecret(const std::string& workspace, const TreeHead& head)
{
    if (m_secret == nullptr)
        return {};
    CS_TRY(const auto present, readSecret(workspace));
    if (present && present->size >= head.size)
        return {};
    return m_secret->writePin(workspace, encodeHead(workspace, head));
}

Status PinStore::accept(const std::string& place, const std::string& workspace, const TreeHead& head)
{
    CS_CHECK(checkWorkspaceId(workspace));
    CS_TRY(Locked state, Locked::take(m_dir));
    CS_TRY(const auto held, state.held(place));
    CS_TRY(const auto alarm, state.alarm(place));
    if (alarm || (held && *held != workspace))
        return fail(refused("CS-PIN-ALARM",
            "An alarm stands for %1; only a restore or the administrators' accept_loss can end it.", {qs(place)}));
    CS_TRY(const auto marker, state.marker(workspace));
    if (!marker || marker->size < head.size)
        CS_CHECK(state.setMarker(workspace, head));
    CS_CHECK(state.setHeld(place, workspace));
    return raiseSecret(workspace, head);
}

Status PinStore::advance(const std::string& workspace, const TreeHead& head, bool withSecret)
{
    CS_CHECK(checkWorkspaceId(workspace));
    CS_TRY(Locked state, Locked::take(m_dir));
    CS_TRY(const auto marker, state.marker(workspace));
    if (!marker || marker->size < head.size)
        CS_CHECK(state.setMarker(workspace, head));
    // Under the lock: two programs that read, compare and write at once could otherwise lower the pin.
    return withSecret ? raiseSecret(workspace, head) : Status();
}

Status PinStore::lower(const std::string& place, const std::string& workspace, const TreeHead& head)
{
    CS_CHECK(checkWorkspaceId(workspace));
    CS_TRY(Locked state, Locked::take(m_dir));
    // The keychain first: when it refuses, nothing has changed.
    if (m_secret != nullptr)
        CS_CHECK(m_secret->writePin(workspace, encodeHead(workspace, head)));
    CS_CHECK(state.setMarker(workspace, head));
    CS_CHECK(state.setHeld(place, workspace));
    state.clearAlarm(place);
    return {};
}

Result<std::optional<HeadCheck>> PinStore::alarm(const std::string& place) const
{
    CS_TRY(Locked state, Locked::take(m_dir));
    return state.alarm(place);
}

Result<std::optional<std::string>> PinStore::held(const std::string& place) const
{
    CS_TRY(Locked state, Locked::take(m_dir));
    return state.held(place);
}

Result<std::optional<TreeHead>> PinStore::marker(const std::string& workspace) const
{
    CS_TRY(Locked state, Locked::take(m_dir));
    return state.marker(workspace);
}

Result<std::optional<TreeHead>> PinStore::known(const std::string& workspace) const
{
    CS_TRY(const auto pin, readSecret(workspace));
    CS_TRY(const auto marked, marker(workspace));
    return larger(pin, marked);
}

} // namespace cs
