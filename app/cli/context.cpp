// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/context.h"

#include "core/crypto/keys.h"
#include "core/identity/file_keystore.h"

#include <QFile>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>
#include <iostream>

#include <fcntl.h>
#include <termios.h>
#include <unistd.h>

namespace cs::cli {
namespace {

std::string environmentValue(const char* name)
{
    const char* value = std::getenv(name);
    return value == nullptr ? std::string() : std::string(value);
}

/// The controlling terminal with echo off, restored at the end.
class Terminal final {
public:
    Terminal()
        : m_fd(::open("/dev/tty", O_RDWR | O_CLOEXEC))
    {
        if (m_fd < 0 || ::tcgetattr(m_fd, &m_saved) != 0)
            return;
        termios quiet = m_saved;
        // Ctrl+C is read as a character here: a killed program would leave the terminal without echo. As a second end
        // of line it is delivered at once; the terminal goes on to handle Backspace and the like.
        quiet.c_lflag &= ~static_cast<tcflag_t>(ECHO | ISIG);
        quiet.c_cc[VEOL] = interrupt;
        m_ready = ::tcsetattr(m_fd, TCSAFLUSH, &quiet) == 0;
    }
    ~Terminal()
    {
        if (m_ready)
            ::tcsetattr(m_fd, TCSAFLUSH, &m_saved);
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Terminal(const Terminal&) = delete;
    Terminal& operator=(const Terminal&) = delete;
    Terminal(Terminal&&) = delete;
    Terminal& operator=(Terminal&&) = delete;

    bool isReady() const { return m_ready; }
    std::optional<std::string> ask(const std::string& prompt) const
    {
        if (::write(m_fd, prompt.data(), prompt.size()) < 0)
            return std::nullopt;
        std::string line;
        char c = 0;
        ssize_t count = 0;
        while ((count = ::read(m_fd, &c, 1)) == 1 && c != '\n' && c != interrupt)
            line += c;
        if (count != 1 || c == interrupt)
            return std::nullopt;
        if (::write(m_fd, "\n", 1) < 0)
            return std::nullopt;
        return line;
    }

private:
    static constexpr char interrupt = 3;
    int m_fd = -1;
    bool m_ready = false;
    termios m_saved{};
};

Error alarmError(const Session& session, const std::string& words)
{
    const char* code = session.pin().maySign()                      ? "CS-HEADS-ALARM"
        : session.pin().verdict == HeadVerdict::RollbackAlarm       ? "CS-PIN-ROLLBACK"
        : session.pin().verdict == HeadVerdict::OtherWorkspaceAlarm ? "CS-PIN-OTHER-WORKSPACE"
                                                                    : "CS-PIN-FORK";
    return refused(code, "%1", {qs(words)}).withLaw(1);
}

} // namespace

Context::Context() = default;
Context::~Context() = default;

void Context::addGlobalOptions(CLI::App& app)
{
    app.add_option("-w,--workspace", m_workspace, "Workspace file (or COUNTERSIGN_WORKSPACE)")
        ->envname("COUNTERSIGN_WORKSPACE");
    app.add_option("--as", m_as, "Who signs, where the keychain holds several: an id (a3), a role or a printed name");
    app.add_flag("--json", m_json, "Answer as one line of JSON");
    app.add_flag("--first-contact", m_firstContact, "Trust this workspace from now on; compare its id and root first");
    app.add_flag("-q,--quiet", m_quiet, "No progress on standard error");
}

void Context::bind(CLI::App* command, Handler handler)
{
    command->callback([this, handler = std::move(handler)] { m_handler = handler; });
    command->fallthrough();
}

int Context::run()
{
    if (!m_handler)
        return 2;
    try {
        return print(m_handler(*this), m_json);
    } catch (const CacheDamaged& damaged) {
        return print(fail(damaged.error()), m_json);
    }
}

int Context::print(const Result<Reply>& result, bool json) const
{
    if (!result) {
        const Error& error = result.error();
        if (json)
            std::cout << asJson(error) << std::flush;
        std::cerr << "countersignctl: " << utf8(error.message()) << " [" << utf8(error.code()) << "]\n";
        return exitStatus(error);
    }
    std::cout << (json && !result->rawText ? asJson(*result) : result->text) << std::flush;
    return result->status;
}

void Context::progress(const std::string& line) const
{
    if (!m_quiet)
        std::cerr << line << "\n";
}

Keychain& Context::keychain()
{
    if (!m_keychain)
        m_keychain = makeOsKeychain();
    return *m_keychain;
}

KeyRing& Context::keyRing()
{
    if (!m_keyRing)
        m_keyRing = std::make_unique<KeyRing>(keychain(), m_clock);
    return *m_keyRing;
}

Result<const Environment*> Context::environment()
{
    if (!m_environment) {
        // An unattended service has no keychain; asking the bus for one would only be an error.
        CS_TRY(m_environment, Environment::system(m_clock, serviceKeyPlace() ? nullptr : &keychain()));
        m_environment->program = "countersignctl";
    }
    return &*m_environment;
}

Result<Session*> Context::session(bool readOnly)
{
    CS_TRY(Session * opened, open(readOnly));
    const auto head = opened->headView();
    if (!head.alarm.empty())
        return fail(alarmError(*opened, head.alarm));
    if (!head.newerLedger.empty())
        return fail(refused("CS-WORKSPACE-NEWER",
            "%1 Its state is not known to this program; \"log\" lists its entries.", {qs(head.newerLedger)})
                        .withLaw(14));
    return opened;
}

Result<Session*> Context::ledger()
{
    CS_TRY(Session * opened, open(true));
    const auto head = opened->headView();
    for (const std::string& words : {head.alarm, head.newerLedger})
        if (!words.empty())
            std::cerr << "countersignctl: " << words << "\n";
    return opened;
}

Result<Session*> Context::open(bool readOnly)
{
    if (m_session)
        return m_session.get();
    if (m_workspace.empty())
        return fail(usageError("CS-CLI-WORKSPACE", "Which workspace? Give -w PATH or set COUNTERSIGN_WORKSPACE."));
    OpenOptions options;
    options.readOnly = readOnly;
    options.trust = m_firstContact ? Trust::FirstContact : Trust::Ask;
    if (const auto trusted = environmentValue("COUNTERSIGN_TRUST"); !trusted.empty())
        options.trusted = trusted;
    CS_TRY(const Environment* own, environment());
    auto opened = Session::open(m_workspace, *own, options);
    if (!opened && readOnly && utf8(opened.error().code()).starts_with("CS-KEYCHAIN-")) {
        // Reading needs no key: the marker file alone still tells an older ledger, unless somebody removed it as well.
        std::cerr << "countersignctl: " << utf8(opened.error().message())
                  << " Reading goes on with the marker file alone.\n";
        m_environment->keychain = nullptr;
        opened = Session::open(m_workspace, *m_environment, options);
    }
    CS_TRY(m_session, std::move(opened));
    return m_session.get();
}

Result<std::string> Context::askPassphrase(const std::string& prompt, bool twice) const
{
    const Terminal terminal;
    if (!terminal.isReady())
        return fail(couldNot("CS-CLI-NO-TERMINAL",
            "A person signs at a terminal or in the console, and there is none here. A pipeline signs with a service's "
            "key "
            "(COUNTERSIGN_KEY_FILE)."));
    const auto first = terminal.ask(prompt);
    const auto second = first && twice ? terminal.ask("Once more: ") : first;
    if (!first || !second)
        return fail(couldNot("CS-CLI-STOPPED", "Stopped at the passphrase. Nothing was signed."));
    if (*first != *second)
        return fail(usageError("CS-CLI-PASSPHRASE", "The two passphrases are not the same."));
    if (twice && first->size() < 8)
        return fail(usageError("CS-CLI-PASSPHRASE", "A passphrase has at least 8 characters."));
    return *first;
}

Result<Signer> Context::signer()
{
    if (m_signer)
        return *m_signer;
    CS_TRY(Session * opened, session());
    CS_TRY(Signer found, signer(*opened));
    m_signer = found;
    return found;
}

Result<Signer> Context::signer(Session& opened)
{
    return serviceKeyPlace() ? serviceSigner(opened) : personSigner(opened);
}

Result<Signer> Context::serviceSigner(Session& opened)
{
    const auto place = serviceKeyPlace();
    CS_TRY(SecretKey key, loadServiceKey(place->path, cs::ActorKind::Service));
    const auto owner = opened.state().keyOwner.find(key.publicKey());
    if (owner == opened.state().keyOwner.end())
        return fail(refused("CS-CLI-NO-KEY", "The key in %1 is not enrolled in this workspace.", {qs(place->path)}));
    if (opened.state().actor(owner->second)->kind != engine::ActorKind::Service)
        return fail(refused("CS-IDENTITY-FILE-PERSON",
            "The key in %1 belongs to a person. People sign with the keychain, never from a file.", {qs(place->path)}));
    return Signer{owner->second, std::make_shared<const SecretKey>(std::move(key))};
}

std::vector<std::pair<ActorId, PublicKey>> Context::ownKeys(
    Session& opened, const std::vector<KeyRecord>& records) const
{
    std::vector<std::pair<ActorId, PublicKey>> own;
    const auto& state = opened.state();
    for (const KeyRecord& record : records) {
        const auto owner = state.keyOwner.find(record.key);
        if (owner == state.keyOwner.end())
            continue;
        for (const auto& key : state.actor(owner->second)->keys)
            if (key.key == record.key && !key.revokedAt)
                own.emplace_back(owner->second, record.key);
    }
    return own;
}

Result<Signer> Context::personSigner(Session& opened)
{
    CS_TRY(const auto records, keyRing().listKeys());
    auto own = ownKeys(opened, records);
    if (own.empty())
        return fail(refused("CS-CLI-NO-KEY",
            "No key in this keychain is enrolled in this workspace. Make one with \"people new-key\" and have it "
            "enrolled."));
    if (!m_as.empty()) {
        CS_TRY(const ActorId wanted, findActor(m_as));
        std::erase_if(own, [&](const auto& entry) { return entry.first != wanted; });
        if (own.empty())
            return fail(refused("CS-CLI-NO-KEY", "This keychain holds no live key of %1.", {qs(m_as)}));
    }
    if (own.front().first != own.back().first)
        return fail(usageError("CS-CLI-WHO", "This keychain holds keys of several persons. Say who signs with --as."));
    const PublicKey key = own.front().second;
    const bool demo = opened.state().mode == engine::Mode::Demo;
    const auto record = std::find_if(records.begin(), records.end(), [&](const auto& r) { return r.key == key; });
    std::string passphrase;
    if (record->passphrase) {
        CS_TRY(passphrase, askPassphrase("Passphrase for " + record->label + ": ", false));
    } else if (!demo) {
        return fail(
            refused("CS-IDENTITY-PASSPHRASE-NEEDED", "A key without a passphrase signs in demo workspaces only."));
    }
    CS_TRY(auto secret, keyRing().unlock(key, passphrase));
    return Signer{own.front().first, std::move(secret)};
}

ActorId Context::reader()
{
    if (!m_as.empty())
        if (auto found = findActor(m_as))
            return *found;
    if (serviceKeyPlace() || !m_session)
        return {};
    const auto records = keyRing().listKeys();
    if (!records)
        return {};
    const auto own = ownKeys(*m_session, *records);
    return own.empty() || own.front().first != own.back().first ? ActorId() : own.front().first;
}

Result<ActorId> Context::findActor(const std::string& text)
{
    CS_TRY(Session * opened, session());
    std::vector<ActorId> found;
    for (const auto& [id, actor] : opened->state().actors) {
        if (id.text() == text)
            return id;
        if (engine::holdsRole(opened->state(), id, text) || views::person(*opened, id).name == text)
            found.push_back(id);
    }
    if (found.size() == 1)
        return found.front();
    return fail(usageError("CS-CLI-WHO",
        found.empty() ? "Nobody here is called %1." : "%1 names several; give an id such as a3 (see \"people list\").",
        {qs(text)}));
}

Error inFile(const std::string& path, const Error& error)
{
    if (error.failure() == Failure::CouldNot)
        return error;
    const auto code = utf8(error.code());
    Error named = error.failure() == Failure::Usage ? usageError(code.c_str(), "%1: %2", {qs(path), error.message()})
                                                    : refused(code.c_str(), "%1: %2", {qs(path), error.message()});
    return named.withLaw(error.law());
}

Result<std::string> readFile(const std::string& path, std::size_t most)
{
    QFile file;
    bool opened = false;
    if (path == "-") {
        opened = file.open(stdin, QIODevice::ReadOnly);
    } else {
        file.setFileName(qs(path));
        opened = file.open(QIODevice::ReadOnly);
    }
    if (!opened)
        return fail(couldNot("CS-CLI-FILE", "%1 cannot be read: %2.", {qs(path), file.errorString()}));
    const QByteArray bytes = file.read(static_cast<qint64>(most) + 1);
    if (static_cast<std::size_t>(bytes.size()) > most)
        return fail(usageError("CS-CLI-FILE-SIZE", "%1 has more than %2 bytes.", {qs(path), QString::number(most)}));
    return bytes.toStdString();
}

Status writeFile(const std::string& path, const std::string& bytes)
{
    if (path == "-") {
        std::cout << bytes << std::flush;
        return {};
    }
    QSaveFile file(qs(path));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), static_cast<qint64>(bytes.size())) < 0
        || !file.commit())
        return fail(
            couldNot("CS-CLI-FILE", "%1 cannot be written: %2. Nothing was changed.", {qs(path), file.errorString()}));
    return {};
}

Reply appendedReply(const Appended& appended, char letter, const std::string& sentence)
{
    const std::string id = letter == '\0' ? std::string() : letter + std::to_string(appended.index);
    Reply reply;
    reply.text = sentence + (id.empty() ? "" : " " + id) + ", entry " + std::to_string(appended.index) + ".\n";
    reply.members = [=](json::Writer& out) {
        if (!id.empty())
            out.member("id", std::string_view(id));
        out.member("entry", appended.index);
        out.member("size", appended.head.size);
        out.member("root", std::string_view(appended.head.root.hex()));
    };
    return reply;
}

} // namespace cs::cli
