// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/reply.h"

#include "core/identity/key_ring.h"
#include "core/workspace/commands.h"
#include "core/workspace/session.h"
#include "core/workspace/views.h"

#include <CLI/CLI.hpp>

#include <functional>
#include <memory>
#include <optional>

namespace cs::cli {

/// What every command shares: the workspace, who signs, and how to print.
class Context final {
public:
    using Handler = std::function<Result<Reply>(Context&)>;

    Context();
    ~Context();
    Context(const Context&) = delete;
    Context& operator=(const Context&) = delete;
    Context(Context&&) = delete;
    Context& operator=(Context&&) = delete;

    /// Adds the options that stand before or after any command.
    void addGlobalOptions(CLI::App& app);
    /// Makes `handler` what the program does when this command was given.
    void bind(CLI::App* command, Handler handler);
    /// Runs the bound handler and prints. @returns the exit status.
    int run();
    int print(const Result<Reply>& result, bool json) const;

    /// @returns CS-WORKSPACE-FOLDER and the like where this user's state and cache folders cannot be had.
    Result<const Environment*> environment();
    UtcTime now() const { return m_clock.now(); }
    Keychain& keychain();
    KeyRing& keyRing();
    /// The workspace of -w or COUNTERSIGN_WORKSPACE, opened once, for what reads or changes its state.
    /// @returns CS-PIN-… where it is older than, forked from or another than what was seen here (law 1), and
    /// CS-WORKSPACE-NEWER where this program cannot know its state (law 14).
    Result<Session*> session(bool readOnly = false);
    /// The same for what shows the lines alone: alarms and a newer ledger are told on standard error.
    Result<Session*> ledger();
    /// Who signs: the service of COUNTERSIGN_KEY_FILE, else the one person of this keychain (or --as).
    /// @returns CS-CLI-WHO where several could, CS-CLI-NO-KEY, CS-CLI-NO-TERMINAL.
    Result<Signer> signer();
    /// The same in a session that the caller opened.
    Result<Signer> signer(Session& opened);
    /// The actor that --as or the keychain names, for reading; invalid if nobody.
    ActorId reader();
    Result<ActorId> findActor(const std::string& text);
    /// Asks on the terminal without echo. @returns CS-CLI-NO-TERMINAL.
    Result<std::string> askPassphrase(const std::string& prompt, bool twice) const;
    bool json() const { return m_json; }
    const std::string& location() const { return m_workspace; }
    void setLocation(std::string location) { m_workspace = std::move(location); }
    void progress(const std::string& line) const;

private:
    Result<Session*> open(bool readOnly);
    Result<Signer> serviceSigner(Session& session);
    Result<Signer> personSigner(Session& session);
    std::vector<std::pair<ActorId, PublicKey>> ownKeys(Session& session, const std::vector<KeyRecord>& records) const;

    std::string m_workspace, m_as;
    bool m_json = false, m_firstContact = false, m_quiet = false;
    Handler m_handler;
    SystemClock m_clock;
    std::unique_ptr<Keychain> m_keychain;
    std::unique_ptr<KeyRing> m_keyRing;
    std::optional<Environment> m_environment;
    std::unique_ptr<Session> m_session;
    std::optional<Signer> m_signer;
};

/// An error about what a file says, with the file's name before it.
Error inFile(const std::string& path, const Error& error);
/// The whole of a file, at most `most` bytes; "-" is standard input. @returns CS-CLI-FILE.
Result<std::string> readFile(const std::string& path, std::size_t most);
/// Writes atomically; "-" is standard output. @returns CS-CLI-FILE.
Status writeFile(const std::string& path, const std::string& bytes);

/// The ids in a reply that says what was appended.
Reply appendedReply(const Appended& appended, char letter, const std::string& sentence);

/// @returns CS-CLI-NO-MODEL.
Result<ModelId> findModel(Session& session, const std::string& text);
/// `list` and `show` of models and versions, with the filter language of the console.
void addModelLists(CLI::App& model, Context& context);
void addVersionLists(CLI::App& version, Context& context);

void addWorkspaceCommands(CLI::App& app, Context& context);
void addTeamCommands(CLI::App& app, CLI::App& workspace, Context& context);
void addPeopleCommands(CLI::App& app, Context& context);
void addModelCommands(CLI::App& app, Context& context);
void addEvidenceCommands(CLI::App& app, Context& context);
void addPromoteCommands(CLI::App& app, Context& context);
void addPolicyCommands(CLI::App& app, Context& context);
void addRaciCommands(CLI::App& app, Context& context);
void addRollbackCommands(CLI::App& app, Context& context);
void addLogCommands(CLI::App& app, Context& context);
void addCanaryCommands(CLI::App& app, Context& context);
void addRecordCommands(CLI::App& app, Context& context);
void addHeadsCommands(CLI::App& app, Context& context);
void addRegistryCommands(CLI::App& app, Context& context);

} // namespace cs::cli
