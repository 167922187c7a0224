// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/identity/key_ring.h"

#include "core/base/json.h"

#include <algorithm>

namespace cs {
namespace {

constexpr const char* indexItem = "countersign/keys";
constexpr std::size_t labelBytesMax = 200;
constexpr std::size_t keysMax = 500;

/// Product and fingerprint in the name: on some systems the name alone tells items apart (trust.md section 8).
std::string itemName(const PublicKey& key)
{
    return "countersign/key/" + fingerprint(key);
}

/// Wiped when the scope ends; the copies that the keychain library makes are beyond reach.
class WipedBytes {
public:
    explicit WipedBytes(Bytes bytes)
        : m_bytes(std::move(bytes))
    {
    }
    ~WipedBytes() { wipe(m_bytes.data(), m_bytes.size()); }
    WipedBytes(const WipedBytes&) = delete;
    WipedBytes& operator=(const WipedBytes&) = delete;
    const Bytes& get() const { return m_bytes; }

private:
    Bytes m_bytes;
};

Error badIndex()
{
    return refused("CS-IDENTITY-INDEX",
        "The list of keys in the keychain (item %1) is damaged. Remove that item, then import your keys again.",
        {QString::fromLatin1(indexItem)});
}

} // namespace

KeyRing::KeyRing(Keychain& keychain, const Clock& clock, SealCost cost)
    : m_keychain(keychain)
    , m_clock(clock)
    , m_cost(cost)
{
}

Result<PublicKey> KeyRing::createPersonKey(const std::string& label, const std::optional<std::string>& passphrase)
{
    return importKey(SecretKey::generate(), label, passphrase);
}

Result<PublicKey> KeyRing::importKey(
    const SecretKey& key, const std::string& label, const std::optional<std::string>& passphrase)
{
    if (label.size() > labelBytesMax)
        return fail(
            usageError("CS-IDENTITY-LABEL", "A key's label has at most %1 bytes.", {QString::number(labelBytesMax)}));
    Bytes stored;
    if (passphrase) {
        CS_TRY(stored, sealSeed(key, *passphrase, m_cost));
    } else {
        stored = plainSeed(key);
    }
    const WipedBytes wiped(std::move(stored));
    auto records = readIndex();
    // Without a collection nothing can be listed yet; writing makes one, or says why not.
    if (!records && records.error().code() != QLatin1String("CS-KEYCHAIN-NO-COLLECTION"))
        return fail(records.error());
    CS_CHECK(m_keychain.write(itemName(key.publicKey()), wiped.get()));
    CS_TRY(auto back, m_keychain.read(itemName(key.publicKey())));
    const WipedBytes wipedBack(back ? std::move(*back) : Bytes());
    if (wipedBack.get() != wiped.get())
        return fail(couldNot("CS-KEYCHAIN-REFUSED", "The keychain did not keep the new key. Nothing was changed.", {}));
    std::vector<KeyRecord> list = records ? std::move(*records) : std::vector<KeyRecord>();
    std::erase_if(list, [&](const KeyRecord& record) { return record.key == key.publicKey(); });
    list.push_back({key.publicKey(), label, passphrase.has_value()});
    CS_CHECK(writeIndex(list));
    return key.publicKey();
}

Result<std::vector<KeyRecord>> KeyRing::readIndex()
{
    CS_TRY(const auto text, m_keychain.read(indexItem));
    std::vector<KeyRecord> records;
    if (!text)
        return records;
    json::Document document;
    if (!document.parse(*text, {1U << 20U, 8}) || !document.root().find("keys").isArray())
        return fail(badIndex());
    for (const json::Value item : document.root().find("keys")) {
        const auto key = PublicKey::fromBase64(item.find("key").string());
        const auto passphrase = item.find("passphrase").boolean();
        if (!key || !passphrase)
            return fail(badIndex());
        records.push_back({*key, std::string(item.find("label").string()), *passphrase});
    }
    return records;
}

Status KeyRing::writeIndex(const std::vector<KeyRecord>& records)
{
    if (records.size() > keysMax)
        return fail(usageError("CS-IDENTITY-MANY", "The keychain holds %1 keys of this program; that is the limit.",
            {QString::number(keysMax)}));
    json::Writer writer;
    writer.beginObject().key("keys").beginArray();
    for (const KeyRecord& record : records)
        writer.beginObject()
            .member("key", record.key.base64())
            .member("label", record.label)
            .key("passphrase")
            .boolean(record.passphrase)
            .endObject();
    writer.endArray().endObject();
    return m_keychain.write(indexItem, writer.take());
}

Result<std::vector<KeyRecord>> KeyRing::listKeys()
{
    return readIndex();
}

Result<std::shared_ptr<const SecretKey>> KeyRing::unlock(
    const PublicKey& key, std::string_view passphrase, bool eachTime)
{
    if (!eachTime)
        if (auto ready = held(key))
            return ready;
    CS_TRY(auto stored, m_keychain.read(itemName(key)));
    if (!stored)
        return fail(refused("CS-IDENTITY-NO-KEY",
            "The keychain of this computer has no secret key for %1. Use the computer where it was made, or enrol a "
            "new key.",
            {qs(fingerprint(key))}));
    const WipedBytes wiped(std::move(*stored));
    CS_TRY(const bool wrapped, needsPassphrase(wiped.get()));
    if (wrapped && passphrase.empty())
        return fail(
            refused("CS-IDENTITY-PASSPHRASE-NEEDED", "The key %1 asks for its passphrase.", {qs(fingerprint(key))}));
    CS_TRY(SecretKey opened, openSeed(wiped.get(), passphrase));
    // Whoever can write the keychain could plant another seed; a signature by it must never be made.
    if (opened.publicKey() != key)
        return fail(refused("CS-IDENTITY-SWAPPED",
            "The keychain holds another key (%1) where %2 belongs: somebody has swapped it. Nothing was signed.",
            {qs(fingerprint(opened.publicKey())), qs(fingerprint(key))}));
    auto shared = std::make_shared<const SecretKey>(std::move(opened));
    const std::lock_guard lock(m_mutex);
    m_held[key] = {shared, m_clock.now()};
    return shared;
}

std::shared_ptr<const SecretKey> KeyRing::held(const PublicKey& key)
{
    const std::lock_guard lock(m_mutex);
    const UtcTime now = m_clock.now();
    // All idle keys go, not only the one asked for. A clock set back ends the time too.
    std::erase_if(m_held, [&](const auto& item) {
        const std::int64_t idle = now.msSince(item.second.lastUse);
        return idle < 0 || idle >= keyIdleSeconds * 1000;
    });
    const auto it = m_held.find(key);
    if (it == m_held.end())
        return nullptr;
    it->second.lastUse = now;
    return it->second.key;
}

void KeyRing::lock(const PublicKey& key)
{
    const std::lock_guard guard(m_mutex);
    m_held.erase(key);
}

void KeyRing::lockAll()
{
    const std::lock_guard guard(m_mutex);
    m_held.clear();
}

Status KeyRing::forget(const PublicKey& key)
{
    lock(key);
    CS_TRY(std::vector<KeyRecord> records, readIndex());
    std::erase_if(records, [&](const KeyRecord& record) { return record.key == key; });
    // The list first: an item without a record is harmless, a record without an item is a puzzle.
    CS_CHECK(writeIndex(records));
    return m_keychain.remove(itemName(key));
}

} // namespace cs
