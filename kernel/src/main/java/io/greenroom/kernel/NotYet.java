package io.greenroom.kernel;

import io.greenroom.kernel.store.Table;
import java.util.List;

/**
 * Stands in for groups that are in the contract but not built: their unbound operations answer {@code not-built}.
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
