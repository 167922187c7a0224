// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/file_keystore.h"

#include <array>
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace cs {
namespace {

tl::unexpected<Error> bad(const std::string& path, const char* why)
{
    return fail(refused("CS-IDENTITY-FILE", "The key file %1 is not used: %2.", {qs(path), qs(why)}));
}

class Descriptor {
public:
    explicit Descriptor(int fd)
        : m_fd(fd)
    {
    }
    ~Descriptor()
    {
        if (m_fd >= 0)
            ::close(m_fd);
    }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int get() const { return m_fd; }

private:
    int m_fd;
};

Status checkOwner(const std::string& path, const struct stat& info)
{
    constexpr mode_t beyondOwner = 077, beyondAcl = 037;
    if (!S_ISREG(info.st_mode))
        return bad(path, "it is not a regular file");
    if (info.st_uid == ::geteuid())
        return (info.st_mode & beyondOwner) == 0 ? Status() : bad(path, "others may access it; set its mode to 0600");
    // systemd grants a credential by an access list on a file of root's; its mask shows as the group's read bit.
    if (info.st_uid == 0 && info.st_gid == 0 && (info.st_mode & beyondAcl) == 0)
        return {};
    return bad(path, "it belongs to another user");
}

} // namespace

std::optional<ServiceKeyPlace> serviceKeyPlace()
{
    if (const char* const file = std::getenv("COUNTERSIGN_KEY_FILE"); file != nullptr && *file != '\0')
        return ServiceKeyPlace{file, "COUNTERSIGN_KEY_FILE"};
    if (const char* const dir = std::getenv("CREDENTIALS_DIRECTORY"); dir != nullptr && *dir != '\0')
        return ServiceKeyPlace{std::string(dir) + "/agent-key", "CREDENTIALS_DIRECTORY"};
    return std::nullopt;
}

Result<SecretKey> loadServiceKey(const std::string& path, ActorKind kind)
{
    if (kind == ActorKind::Person)
        return fail(refused("CS-IDENTITY-FILE-PERSON",
            "A person's key is never read from a file (%1). People sign with the key in their keychain.", {qs(path)}));
    // No link is followed, and what is checked is what is read: all through one descriptor.
    const Descriptor file(::open(path.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (file.get() < 0)
        return bad(path, errno == ELOOP ? "it is a link" : std::strerror(errno));
    struct stat info { };
    if (::fstat(file.get(), &info) != 0)
        return bad(path, std::strerror(errno));
    CS_CHECK(checkOwner(path, info));
    std::array<char, 64> buffer{};
    const ssize_t count = ::read(file.get(), buffer.data(), buffer.size());
    std::string_view text(buffer.data(), count < 0 ? 0 : static_cast<std::size_t>(count));
    constexpr std::size_t rawBytes = 32, base64Chars = 44;
    Result<SecretKey> key = bad(path, "it holds neither 32 bytes nor their base64 in one line");
    if (text.size() == rawBytes) {
        key = SecretKey::fromSeed(text);
    } else if (text.size() == base64Chars || (text.size() == base64Chars + 1 && text.back() == '\n')) {
        if (auto raw = fromBase64(text.substr(0, base64Chars)); raw && raw->size() == rawBytes) {
            key = SecretKey::fromSeed(*raw);
            wipe(raw->data(), raw->size());
        }
    }
    wipe(buffer.data(), buffer.size());
    return key;
}

Status saveServiceKey(const std::string& path, const SecretKey& key)
{
    const Descriptor file(::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (file.get() < 0)
        return bad(path, std::strerror(errno));
    std::string text = toBase64(key.seed()) + '\n';
    const ssize_t count = ::write(file.get(), text.data(), text.size());
    const bool ok = count == static_cast<ssize_t>(text.size()) && ::fsync(file.get()) == 0;
    const int number = errno;
    wipe(text.data(), text.size());
    if (!ok) {
        ::unlink(path.c_str());
        return bad(path, std::strerror(number));
    }
    return {};
}

} // namespace cs
