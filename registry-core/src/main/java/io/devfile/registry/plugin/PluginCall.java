package io.devfile.registry.plugin;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;

/** Calls a plugin with the plugin's class loader as the context class loader, which its libraries may use. */
final class PluginCall {

    private PluginCall() {}

    interface Call<T, X extends Exception> {
        T run() throws X;
    }

    static <T, X extends Exception> T in(Object plugin, Call<T, X> call) throws X {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(plugin.getClass().getClassLoader());
        try {
            return call.run();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Is called after each call; {@code begun} is from {@link System#nanoTime}. */
    interface Listener {
        void finished(String method, boolean succeeded, long begun);
    }

    /** The plugin, with every call made by {@link #in}. */
    static <T> T each(Class<T> spi, T plugin, Listener listener) {
        return spi.cast(Proxy.newProxyInstance(
                spi.getClassLoader(),
                new Class<?>[] {spi},
                (proxy, method, arguments) -> in(plugin, () -> {
                    long begun = System.nanoTime();
                    boolean succeeded = false;
                    try {
                        Object result = method.invoke(plugin, arguments);
                        succeeded = true;
                        return result;
                    } catch (InvocationTargetException e) {
                        throw thrownBy(e);
                    } finally {
                        listener.finished(method.getName(), succeeded, begun);
                    }
                })));
    }

    private static Exception thrownBy(InvocationTargetException call) {
        if (call.getCause() instanceof Error error) {
            throw error;
        }
        return call.getCause() instanceof Exception exception ? exception : call;
    }
}
