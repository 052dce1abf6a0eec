package io.greenroom.kernel;

import io.greenroom.kernel.store.Table;
import java.util.List;

/**
 * Stands in for groups that are promised and not built: what nobody else binds of them answers {@code not-built}.
 *
 * @param groups their titles
 */
public record NotYet(List<String> groups) implements ApiGroup {

    @Override
    public List<Table> tables() {
        return List.of();
    }

    @Override
    public void bind(Bindings on) {
        groups.forEach(on::notYet);
    }
}
