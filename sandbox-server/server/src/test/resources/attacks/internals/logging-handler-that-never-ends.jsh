//! ends: timeout time
java.util.logging.Logger.getGlobal().addHandler(new java.util.logging.Handler() {
    public void publish(java.util.logging.LogRecord record) { while (true) { } }
    public void flush() { }
    public void close() { }
});
java.util.logging.Logger.getGlobal().severe("now");
