package io.greenroom.kernel.faults;

import io.greenroom.kernel.doc.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * The rules of all accounts. They belong to this process and end with it: a restarted server has no faults. Threads may
 * share it.
 */
public final class FaultRules {
    /** How many rules an account may have. */
    public static final int MOST = 100;

    private final Map<String, List<FaultRule>> rules = new ConcurrentHashMap<>();
    private final Clock clock;

    public FaultRules(Clock clock) {
        this.clock = clock;
    }

    /** The rules of an account, in the order in which they are tried. */
    public List<FaultRule> of(String account) {
        return rules.getOrDefault(account, List.of());
    }

    /** Adds a rule behind the others; false if the account has too many. */
    public boolean add(String account, FaultRule rule) {
        List<FaultRule> own = rules.computeIfAbsent(account, any -> new CopyOnWriteArrayList<>());
        synchronized (own) {
            return own.size() < MOST && own.add(rule);
        }
    }

    /** Removes a rule; false if there is none with that id. */
    public boolean remove(String account, String id) {
        return of(account).removeIf(rule -> rule.rule().id().equals(id));
    }

    /** Removes all rules of an account. */
    public void clear(String account) {
        rules.remove(account);
    }

    /** Waits as long as a fault says. */
    public void await(Fault fault) {
        long end = clock.stopwatchNanos() + fault.delay().toNanos();
        for (long left = fault.delay().toNanos(); left > 0; left = end - clock.stopwatchNanos()) {
            LockSupport.parkNanos(left);
        }
    }

    /** The fault that strikes a request: that of the first rule that matches and is not used up. */
    public Optional<Fault> strike(String account, FaultTarget target) {
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        for (FaultRule rule : of(account)) {
            Optional<Fault> fault = rule.strike(target, clock.now(account));
            if (fault.isPresent()) {
                return fault;
            }
        }
        return Optional.empty();
    }
}
