package io.greenroom.kernel.oauth;

import io.greenroom.kernel.auth.People;
import io.greenroom.kernel.store.Transaction;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;

/** Users in a map. */
final class TownPeople implements People {
    private final Map<String, Person> byId = new ConcurrentSkipListMap<>();

    Person settle(String account, String id) {
        return keep(new Person(account, id, id + "@example.org", "Ms " + id, "", true, false));
    }

    Person settleAdministrator(String account, String id) {
        return keep(new Person(account, id, id + "@example.org", "Ms " + id, "", true, true));
    }

    Person keep(Person person) {
        byId.put(person.id(), person);
        return person;
    }

    String hashOf(String id) {
        return Objects.requireNonNull(byId.get(id)).passwordHash();
    }

    void deactivate(String id) {
        byId.computeIfPresent(
                id,
                (key, one) -> new Person(
                        one.account(),
                        one.id(),
                        one.email(),
                        one.displayName(),
                        one.passwordHash(),
                        false,
                        one.administrator()));
    }

    @Override
    public Optional<Person> byId(Transaction unit, String userId) {
        return Optional.ofNullable(byId.get(userId)).filter(one -> one.account().equals(unit.account()));
    }

    @Override
    public Optional<Person> byLogin(Transaction unit, String email) {
        return byId.values().stream()
                .filter(one -> one.email().equalsIgnoreCase(email))
                .findFirst();
    }

    @Override
    public List<Person> first(Transaction unit, int most) {
        return byId.values().stream()
                .filter(one -> one.account().equals(unit.account()))
                .limit(most)
                .toList();
    }

    @Override
    public boolean permits(Transaction unit, String userId, List<String> privileges) {
        return byId(unit, userId).filter(Person::administrator).isPresent();
    }

    @Override
    public void rehash(Transaction unit, Person person, String hash) {
        keep(new Person(
                person.account(),
                person.id(),
                person.email(),
                person.displayName(),
                hash,
                person.active(),
                person.administrator()));
    }

    @Override
    public boolean ownsBelow(Transaction unit, String userId) {
        return false;
    }
}
