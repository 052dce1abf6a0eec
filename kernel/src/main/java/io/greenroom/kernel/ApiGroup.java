package io.greenroom.kernel;

import io.greenroom.kernel.store.Table;
import java.util.List;

/** One group of the API: what it keeps and what it does. */
public interface ApiGroup {

    /** The tables that this group owns. */
    List<Table> tables();

    /** Binds each operation of the group, and whatever it hears or does later. Called once, at start. */
    void bind(Bindings on);
}
