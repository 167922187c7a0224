// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/artifact.h"

#include "core/crypto/hash.h"

#include <filesystem>
#include <fstream>
#include <map>

namespace cs {
namespace {

namespace fs = std::filesystem;

tl::unexpected<Error> bad(const fs::path& path, const char* why)
{
    return fail(couldNot("CS-CRYPTO-ARTIFACT", "%1 %2.", {qs(path.string()), QString::fromLatin1(why)}));
}

Result<Digest> fileDigest(const fs::path& path, std::int64_t& bytes)
{
    std::ifstream in(path, std::ios::binary);
    if (!in.is_open())
        return bad(path, "cannot be read");
    Sha256 hash;
    std::string block(std::size_t{1} << 20U, '\0');
    while (in.good()) {
        in.read(block.data(), static_cast<std::streamsize>(block.size()));
        hash.update(std::string_view(block).substr(0, static_cast<std::size_t>(in.gcount())));
        bytes += in.gcount();
    }
    if (!in.eof())
        return bad(path, "cannot be read to its end");
    return hash.finish();
}

bool isLeftOut(const fs::path& relative)
{
    const std::string top = relative.begin()->string();
    return top == ".git" || top == ".gitignore" || top == ".gitattributes" || top == ".github";
}

/// Relative names with `/`, sorted by code point (which is the order of their UTF-8 bytes).
Result<std::map<std::string, fs::path>> filesIn(const fs::path& folder)
{
    std::map<std::string, fs::path> files;
    std::error_code error;
    fs::recursive_directory_iterator entry(folder, error);
    for (; !error && entry != fs::recursive_directory_iterator(); entry.increment(error)) {
        const fs::path relative = entry->path().lexically_relative(folder);
        if (isLeftOut(relative)) {
            entry.disable_recursion_pending();
            continue;
        }
        const auto type = entry->symlink_status(error).type();
        if (type == fs::file_type::regular)
            files[relative.generic_string()] = entry->path();
        else if (type != fs::file_type::directory)
            return bad(entry->path(), "is neither a file nor a folder; links have no digest of their own");
    }
    if (error)
        return bad(folder, "cannot be read");
    return files;
}

} // namespace

void ModelSigningRoot::add(const std::string& name, const Digest& digest, std::int64_t bytes)
{
    if (isLeftOut(fs::path(name)))
        return;
    m_files[name] = digest;
    m_bytes += bytes;
}

Result<ArtifactDigest> ModelSigningRoot::finish() const
{
    if (m_files.empty())
        return bad("the artifact", "holds no file");
    Sha256 root;
    for (const auto& [name, digest] : m_files)
        root.update(digest.bytes());
    return ArtifactDigest{"oms", root.finish(), m_bytes};
}

Result<ArtifactDigest> artifactDigest(const std::string& path)
{
    std::error_code error;
    ArtifactDigest artifact;
    if (!fs::is_directory(path, error)) {
        artifact.method = "file";
        CS_TRY(artifact.sha, fileDigest(path, artifact.bytes));
        return artifact;
    }
    CS_TRY(const auto files, filesIn(path));
    if (files.empty())
        return bad(path, "holds no file");
    ModelSigningRoot root;
    for (const auto& [name, file] : files) {
        std::int64_t bytes = 0;
        CS_TRY(const Digest digest, fileDigest(file, bytes));
        root.add(name, digest, bytes);
    }
    return root.finish();
}

} // namespace cs
